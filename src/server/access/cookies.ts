import type { FastifyRequest } from 'fastify';

/** A cookie that only the server reads, for the whole site and no other; gone when the browser closes. */
export interface Cookie {
  readonly name: string;
  /** `''` takes it away. */
  readonly value: string;
  readonly secure: boolean;
}

/** The name of a cookie as browsers get it: over TLS with the prefix that binds it to this very host. */
function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** The header that sets a cookie. */
export function setCookie({ name, value, secure }: Cookie): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(secure ? ['Secure'] : [])];
  if (value === '') attributes.push('Max-Age=0');
  return [`${cookieName(name, secure)}=${value}`, ...attributes].join('; ');
}

/** The value of a cookie; null where it is not there, is there twice, or is none of ours. */
export function cookieOf(request: FastifyRequest, name: string, secure: boolean): string | null {
  const wanted = cookieName(name, secure);
  const values = (request.headers.cookie ?? '').split(';').flatMap((pair) => {
    const [key = '', value = ''] = pair.split('=', 2);
    return key.trim() === wanted ? [value.trim()] : [];
  });
  const [value] = values;
  return values.length === 1 && value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}
