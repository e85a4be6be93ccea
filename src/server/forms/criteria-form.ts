import { answerStatements } from '../../app/criteria/answer-statements.ts';
import type { RowName } from '../../app/criteria/assessed-row.ts';
import { dropEvidence, keepEvidence } from '../../app/criteria/keep-evidence.ts';
import { pasteWording } from '../../app/criteria/paste-wording.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { keptWords, RefusedCriteria } from '../../pages/criteria-view.ts';
import { isMendableAnywhere, partsOf } from '../refusals/mendable-anywhere.ts';
import { type FormFields, unusableForm } from './form-fields.ts';

/** Does what a form of the page of criteria asks for, and says which form it was. @throws Problem as the use cases do */
export function doCriteriaForm(
  workspace: Workspace,
  row: RowName,
  fields: FormFields,
): keyof typeof keptWords {
  const { form, by = '' } = fields;
  switch (form) {
    case 'answers':
      answerStatements(workspace, { ...row, answers: answersIn(fields), by });
      return 'answers';
    case 'wording':
      pasteWording(workspace, {
        ...row,
        level: wholeNumber('level', fields['level']),
        text: fields['text'] ?? '',
        by,
      });
      return 'wording';
    case 'evidence': {
      const { title = '', target = '', owner = '', date = '', kind } = fields;
      keepEvidence(workspace, { ...row, title, target, owner, date, kind: kindOf(kind), by });
      return 'evidence';
    }
    case 'remove':
      dropEvidence(workspace, { ...row, id: wholeNumber('evidence', fields['id']), by });
      return 'removed';
    default:
      throw unusableForm(form?.slice(0, 80) ?? 'no form');
  }
}

/** What the page says of a form that could not be carried out; what the form cannot mend is thrown on. */
export function refusedCriteria(thrown: Problem, values: FormFields): RefusedCriteria {
  if (thrown.code !== 'BAD_VALUE' && !isMendableAnywhere(thrown)) throw thrown;
  const { place = '', seen, allowed, repair } = partsOf(thrown);
  const form = formOf(values, place);
  if (form === null) throw thrown;
  const known = form === 'evidence' ? ['title', 'target', 'owner', 'date', 'by'] : ['text', 'by'];
  const parts = [
    ...(seen === undefined || seen === 'nothing' ? [] : [`Seen: ${seen}.`]),
    ...(allowed === undefined ? [] : [`Allowed: ${allowed}.`]),
  ];
  return {
    form,
    field: known.includes(place) ? place : null,
    message: [repair, ...parts].join(' '),
    values,
  };
}

function formOf({ form, level, id }: FormFields, place: string): string | null {
  if (form === 'answers' || form === 'evidence') return form;
  if (form === 'wording' && /^\d{1,6}$/.test(level ?? '')) return `wording-${Number(level)}`;
  if (form !== 'remove') return null;
  // A piece that is gone has no form any more: the list is where to look.
  return place === 'by' ? `remove-${Number(id)}` : 'evidence';
}

function answersIn(fields: FormFields): FormFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('answer.') ? [[name.slice('answer.'.length), value]] : [],
    ),
  );
}

function kindOf(written: string | undefined): 'link' | 'document' {
  if (written === 'link' || written === 'document') return written;
  throw unusableForm(`kind ${written?.slice(0, 40) ?? 'not said'}`);
}

function wholeNumber(name: string, written: string | undefined): number {
  if (written !== undefined && /^\d{1,9}$/.test(written)) return Number(written);
  throw unusableForm(`${name} ${written?.slice(0, 40) ?? 'not said'}`);
}
