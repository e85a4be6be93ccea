import type { IncomingHttpHeaders } from 'node:http';
import { Type } from 'typebox';
import { Problem } from '../../kernel/problem.ts';

/** The header by which a change can say the version that it was made from. */
export const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      description:
        'The version of the row that the change was made from, as its ETag has it; in place of `version` in the body. Where the row has another version by now, the answer is 409 with both.',
    }),
  ),
});

/**
 * The version that a change was made from: as If-Match says, else the body; undefined where neither does.
 * @throws Problem BAD_VALUE where the two differ, or If-Match is no version
 */
export function seenVersion(headers: IncomingHttpHeaders, inBody: number | undefined): number | undefined {
  const match = headers['if-match'];
  if (match === undefined) return inBody;
  const tagged = /^"?(\d{1,9})"?$/.exec(match)?.[1];
  const contrary = tagged !== undefined && inBody !== undefined && inBody !== Number(tagged);
  if (tagged !== undefined && !contrary) return Number(tagged);
  throw versionProblem(contrary ? 'two versions' : match.slice(0, 40));
}

/** The problem of a change that does not say which version of a row it was made from. */
export function versionProblem(seen = 'nothing'): Problem {
  return new Problem('BAD_VALUE', {
    place: 'version',
    seen,
    allowed: 'the version of the row as you have seen it, in the body or as If-Match: "3"',
    repair: 'Read the row first, and send its version with the change.',
  });
}
