import type { Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { anyOf } from '../reading/any-of.ts';

/** Words that refer to another row: "#23", "action #34", "objectives 3 & 7". */
export interface Reference extends Span {
  readonly objectives: readonly number[];
  /** An action of that row is meant: "action #34" anywhere, "as #23" in an action. */
  readonly toAction: boolean;
}

/**
 * Finds the references in a row's text with the pack's words. A number without a word needs "#"; so does the number
 * of an action, as "Action 2" may be the second of a list.
 */
export function referenceFinder(pack: Pack): (reading: Reading) => readonly Reference[] {
  const { objective, action, same } = pack.followUp.references;
  const list = '\\d{1,3}(?:\\s*(?:,|&|/|and)\\s*#?\\d{1,3})*(?!\\d)';
  const free = '(?<![\\p{L}\\p{N}])';
  const label = anyOf([...objective, ...action, ...same]);
  const pattern = new RegExp(
    `(?:${free}(?<label>${label})\\s+)?#\\s?(?<marked>${list})|${free}(?:${anyOf(objective)})\\s+(?<named>${list})`,
    'giu',
  );
  return ({ text, views }) =>
    [...text.matchAll(pattern)].map((match) => {
      const { label, marked, named } = match.groups ?? {};
      const span = { start: match.index, end: match.index + match[0].length };
      const inAction = views.actions.some(({ start, end }) => start <= span.start && span.end <= end);
      return {
        ...span,
        objectives: [...(marked ?? named ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits)),
        toAction: isOne(label, action) || (inAction && isOne(label, same)),
      };
    });
}

function isOne(label: string | undefined, labels: readonly string[]): boolean {
  return label !== undefined && labels.some((each) => each.toLowerCase() === label.toLowerCase());
}
