import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const length = 32;

/**
 * A token for the forms of one visit. It differs each time, so that what a page is compressed to does not betray it.
 * @param secret what only the server knows of the visit
 */
export function formTokenOf(secret: string): string {
  const mask = randomBytes(length);
  return Buffer.concat([mask, masked(mask, digest(secret))]).toString('base64url');
}

/** Whether a token is one of the visit's. */
export function isFormToken(secret: string, token: string): boolean {
  if (!/^[A-Za-z0-9_-]{86}$/.test(token)) return false;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * length) return false;
  return timingSafeEqual(masked(bytes.subarray(0, length), bytes.subarray(length)), digest(secret));
}

function digest(secret: string): Buffer {
  return createHmac('sha256', secret).update('form').digest();
}

function masked(mask: Buffer, bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, at) => byte ^ (mask[at] ?? 0)));
}
