/** The longest address that is kept. */
const longest = 2000;

/** An address of our own to go on to, as a path with its query; `/` for anything that could lead elsewhere. */
export function safeAddress(written: string): string {
  const here = 'http://here.invalid';
  if (written.length > longest || !/^\/(?![/\\])[\x21-\x7E]*$/.test(written)) return '/';
  const url = URL.canParse(written, here) ? new URL(written, here) : null;
  return url === null || url.origin !== here ? '/' : `${url.pathname}${url.search}`;
}
