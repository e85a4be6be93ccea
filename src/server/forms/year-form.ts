import type { Workspace } from '../../app/workspace/workspace.ts';
import { setAgreedStandard } from '../../app/year/agreed-standard.ts';
import { joinCell } from '../../app/year/cell-form.ts';
import { closeYear, reopenYear } from '../../app/year/close-year.ts';
import { discardYear } from '../../app/year/discard-year.ts';
import { enterRow, undoRow } from '../../app/year/enter-row.ts';
import { openYear, type YearName } from '../../app/year/open-year.ts';
import { Problem } from '../../kernel/problem.ts';
import { matches } from '../../kernel/schema.ts';
import { HeldRow } from '../../model/held-row.ts';
import type { Pack } from '../../pack/pack.ts';
import type { RefusedYear } from '../../pages/year-form.ts';
import type { yearKept } from '../../pages/year-page.ts';
import { isMendableAnywhere, partsOf } from '../refusals/mendable-anywhere.ts';
import type { FormFields } from './form-fields.ts';

type Kept = keyof typeof yearKept | 'discarded';

/** Does what a form of a year's page asks for, and says what it did. @throws Problem as the use cases do */
export async function doYearForm(workspace: Workspace, year: YearName, fields: FormFields): Promise<Kept> {
  const { form, by = '' } = fields;
  switch (form) {
    case 'open':
      await openYear(workspace, { ...year, by });
      return 'opened';
    case 'close':
      closeYear(workspace, { ...year, incomplete: fields['incomplete'] === 'yes', by });
      return 'closed';
    case 'discard':
      discardYear(workspace, { ...year, entered: fields['entered'] === 'yes', by });
      return 'discarded';
    case 'reopen':
      reopenYear(workspace, { ...year, reason: fields['reason'] ?? '', by });
      return 'reopened';
    case 'standard': {
      const { level = 'none', agreed } = fields;
      const given = level === 'none' ? null : wholeNumber('level', level);
      setAgreedStandard(workspace, {
        organisation: year.organisation,
        from: year.period,
        level: given,
        agreed,
        by,
      });
      return 'standard';
    }
    default:
      throw unusable(form?.slice(0, 80) ?? 'no form');
  }
}

/** Does what a form of a row's page asks for, and says what it did. @throws Problem as the use cases do */
export function doRowForm(
  workspace: Workspace,
  pack: Pack,
  row: YearName & { readonly objective: number },
  fields: FormFields,
): Kept {
  const { form, by = '', score = '', comment = '', action = '' } = fields;
  const version = wholeNumber('version', fields['version']);
  if (form === 'undo') {
    undoRow(workspace, { ...row, version, by });
    return 'undone';
  }
  if (form !== 'enter') throw unusable(form?.slice(0, 80) ?? 'no form');
  const text = joinCell(pack, { comment, action });
  enterRow(workspace, {
    ...row,
    version,
    by,
    ...(score === 'na' ? { notApplicable: text } : { score, text }),
  });
  return 'saved';
}

/** What a page says of a form that could not be carried out, with what was typed; what no form can mend is thrown on. */
export function refusedYear(
  problem: Problem,
  values: FormFields,
): { readonly refused: RefusedYear; readonly conflict: HeldRow | null } {
  const { place = '', seen, allowed, repair, data } = partsOf(problem);
  const form = values['form'] ?? '';
  const known = Object.keys(fieldsOf).includes(form);
  if (problem.code === 'INTERNAL' || place === 'form' || !known) throw problem;
  const named = place === 'reason' || place === 'text' ? (form === 'enter' ? 'comment' : place) : place;
  const own = fieldsOf[form] ?? [];
  const wrong = problem.code === 'ASSESSMENT_INCOMPLETE' ? 'incomplete' : named;
  const fielded = problem.code === 'BAD_VALUE' || problem.code === 'ASSESSMENT_INCOMPLETE';
  const field = fielded && own.includes(wrong) ? wrong : null;
  const held = data?.['held'];
  const parts =
    problem.code === 'ROW_CHANGED'
      ? form === 'enter'
        ? 'Somebody else changed this row meanwhile. Yours is not saved yet: both are shown below.'
        : 'Somebody else changed this row meanwhile: look at it again first.'
      : problem.code === 'ASSESSMENT_CLOSED'
        ? 'The assessment is closed: nothing was changed. Open it again first, on the page of the assessment.'
        : [
            ...(problem.code === 'BAD_VALUE' || isMendableAnywhere(problem)
              ? field === null
                ? []
                : [`${fieldNames[field] ?? field}:`]
              : [`${problem.message.split(/[.:]/)[0]}.`]),
            repair,
            ...(seen === undefined || seen === 'nothing' ? [] : [`Seen: ${seen}.`]),
            ...(allowed === undefined || problem.code !== 'BAD_VALUE' ? [] : [`Allowed: ${allowed}.`]),
          ].join(' ');
  const changed = problem.code === 'ROW_CHANGED' && form === 'enter';
  const href = changed ? '#conflict' : field === null ? `#${form}` : `#${form}-${field}`;
  return {
    refused: { form, field, message: parts, href, values },
    conflict: changed && matches(HeldRow, held) ? held : null,
  };
}

const fieldNames: Readonly<Record<string, string>> = {
  period: 'Period',
  by: 'Your name',
  reason: 'Why it is opened again',
  level: 'Level',
  agreed: 'When it was agreed',
  score: 'Score',
  comment: 'Comment',
  action: 'Action',
};

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  open: ['period', 'by'],
  close: ['incomplete', 'by'],
  discard: ['by'],
  reopen: ['reason', 'by'],
  standard: ['level', 'agreed', 'by'],
  enter: ['score', 'comment', 'action', 'by'],
  undo: ['by'],
};

function wholeNumber(name: string, written: string | undefined): number {
  if (written !== undefined && /^\d{1,9}$/.test(written)) return Number(written);
  throw unusable(`${name} ${written?.slice(0, 40) ?? 'not said'}`);
}

function unusable(seen: string): Problem {
  return new Problem('BAD_VALUE', {
    place: 'form',
    seen,
    allowed: 'a form of this page',
    repair: 'Load the page again, and use its forms.',
  });
}
