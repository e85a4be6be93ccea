import { canonicalText } from '../../model/cell-text.ts';
import type { Pack } from '../../pack/pack.ts';

/** A cell's text as two fields of a form. */
export interface CellForm {
  readonly comment: string;
  readonly action: string;
}

/**
 * A cell in two fields: what follows the last label of an action is the action, where the whole can be put together
 * again as it was; else all of it is the comment.
 */
export function splitCell(pack: Pack, text: string): CellForm {
  const [label] = pack.reading.labels.action;
  if (label === undefined) return { comment: text, action: '' };
  const lead = `${label}: `;
  const at = text.startsWith(lead) ? 0 : text.lastIndexOf(`\n${lead}`) + 1;
  if (!text.startsWith(lead, at)) return { comment: text, action: '' };
  const form = { comment: text.slice(0, at).trimEnd(), action: text.slice(at + lead.length) };
  return joinCell(pack, form) === canonicalText(text) ? form : { comment: text, action: '' };
}

/** The two fields as one cell: the action under the pack's label for it; an empty field leaves nothing. */
export function joinCell(pack: Pack, { comment, action }: CellForm): string {
  const [label] = pack.reading.labels.action;
  const written = canonicalText(action);
  if (written === '') return canonicalText(comment);
  return canonicalText(`${comment}\n${label === undefined ? '' : `${label}: `}${written}`);
}
