import type { Span } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';

/** Words that refer to another row: "#23", "action #34", "objectives 3 & 7". */
export interface Reference extends Span {
  readonly objectives: readonly number[];
  /** An action of that row is meant. */
  readonly toAction: boolean;
}

/**
 * Finds the references in a text with the pack's words for objective and action. A number without a word needs "#";
 * so does the number of an action, as "Action 2" may be the second of a list.
 */
export function referenceFinder(pack: Pack): (text: string) => readonly Reference[] {
  const { objective, action } = pack.followUp.references;
  const list = '\\d{1,3}(?:\\s*(?:,|&|/|and)\\s*#?\\d{1,3})*(?!\\d)';
  const free = '(?<![\\p{L}\\p{N}])';
  const label = oneOf([...objective, ...action]);
  const pattern = new RegExp(
    `(?:${free}(?<label>${label})\\s+)?#\\s?(?<marked>${list})|${free}(?:${oneOf(objective)})\\s+(?<named>${list})`,
    'giu',
  );
  const actions = new Set(action.map((word) => word.toLowerCase()));
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      objectives: [...(match.groups?.marked ?? match.groups?.named ?? '').matchAll(/\d+/g)].map(([digits]) =>
        Number(digits),
      ),
      toAction: actions.has((match.groups?.label ?? '').toLowerCase()),
    }));
}

/** A pattern for one of some words, the longest first; for none of them, one that never matches. */
function oneOf(labels: readonly string[]): string {
  if (labels.length === 0) return '(?!)';
  return labels
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((label) => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
