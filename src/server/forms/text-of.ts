import { Problem } from '../../kernel/problem.ts';

/** The text of a body. @throws Problem BAD_VALUE where it is not UTF-8: it would be kept with other characters than were meant */
export function textOf(body: string | Buffer): string {
  if (typeof body === 'string') return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw notText('body');
  }
}

/** The problem of a place whose bytes are no text. */
export function notText(place: string): Problem {
  return new Problem('BAD_VALUE', {
    place,
    seen: 'bytes that are not text in UTF-8',
    allowed: 'text in UTF-8',
    repair: 'Nothing was kept. Send it again as UTF-8; a page of Headroom does so by itself.',
  });
}
