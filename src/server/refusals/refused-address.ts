const name = 'refused';

/** The token by which nothing is found: for a form that was not read. */
export const noToken = 'none';

/** An address with the token of a form that was refused. */
export function withRefused(address: string, token: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${token}`;
}

/** An address of a page as it is without such a token; that of programs and pictures as it is. */
export function withoutRefused(address: string): string {
  const at = address.indexOf('?');
  if (at === -1 || !address.includes(`${name}=`) || /^\/(api|charts|health|assets)\//.test(address))
    return address;
  const rest = address
    .slice(at + 1)
    .split('&')
    .filter((pair) => !pair.startsWith(`${name}=`));
  return rest.length === 0 ? address.slice(0, at) : `${address.slice(0, at)}?${rest.join('&')}`;
}

/** The token in an address; null where there is none. */
export function refusedToken(address: string): string | null {
  return /[?&]refused=([A-Za-z0-9_-]{0,60})(?=&|#|$)/.exec(address)?.[1] ?? null;
}
