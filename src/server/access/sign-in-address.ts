/** Why somebody is asked to sign in again: what was typed is kept, or is not, or the form to sign in with was out of date. */
export const signedOutReasons = ['kept', 'lost', 'form'] as const;
export type SignedOutReason = (typeof signedOutReasons)[number];

/** The address of the page to sign in with. @param next where to go on to */
export function signInAddress(next: string, ended?: SignedOutReason): string {
  const query = new URLSearchParams({
    ...(next === '/' ? {} : { next }),
    ...(ended === undefined ? {} : { ended }),
  });
  return query.size === 0 ? '/sign-in' : `/sign-in?${query}`;
}
