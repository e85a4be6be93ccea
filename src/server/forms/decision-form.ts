import { Decision } from '../../app/review/decision.ts';
import { Problem } from '../../kernel/problem.ts';
import { matches, mismatches } from '../../kernel/schema.ts';
import type { RefusedForm } from '../../pages/parts/review-forms.ts';
import { isMendableAnywhere, partsOf } from '../refusals/mendable-anywhere.ts';
import { type FormFields, formFields, unusableForm } from './form-fields.ts';

const names = [
  ...['form', 'decision', 'objective', 'reading', 'period', 'quote'],
  ...['cause', 'level', 'factor', 'strength', 'reason', 'by'],
];

/** The fields of a form of the review. @throws Problem BAD_VALUE, BODY_TYPE */
export function decisionFields(body: unknown): FormFields {
  const fields = formFields(body, '/organisations/ORGANISATION/review');
  const unknown = Object.keys(fields).find((name) => !names.includes(name));
  if (unknown !== undefined) throw unusableForm(unknown.slice(0, 80));
  return fields;
}

/** The decision that the fields of a form ask for; what is left empty is not said. @throws Problem BAD_VALUE */
export function decisionFromForm(fields: FormFields): Decision {
  const { form: _, objective, level, factor, by = '', ...rest } = fields;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== ''));
  const decision = {
    ...said,
    by,
    objective: wholeNumber(objective),
    ...(level === undefined ? {} : { level: level === '' ? null : wholeNumber(level) }),
    ...(factor === undefined || factor === '' ? {} : { factor: factor === 'none' ? null : factor }),
  };
  if (matches(Decision, decision)) return decision;
  const [first] = mismatches(Decision, decision);
  throw new Problem('BAD_VALUE', {
    place: first?.path.slice(1) ?? 'form',
    seen: first?.seen ?? '',
    allowed: first?.message ?? '',
    repair: 'Correct it, and send the form again.',
  });
}

function wholeNumber(written: string | undefined): number | string {
  return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : (written ?? '');
}

/** The fields as the page names them. */
const decisionLabels: Readonly<Record<string, string>> = {
  quote: 'Words of the comment',
  cause: 'Cause',
  level: 'The highest level that it leaves within reach',
  factor: 'Circumstance that would lift it',
  strength: 'How it is said',
  reason: 'Reason',
  by: 'Your name',
};

/** What a page says of a form that could not be carried out; anything that the form cannot mend is thrown on. */
export function refusalOf(thrown: Problem, fields: FormFields): RefusedForm {
  const form = fields['form'] ?? '';
  const mendable =
    isMendableAnywhere(thrown) || ['BAD_VALUE', 'UNKNOWN_FACTOR', 'READING_GONE'].includes(thrown.code);
  if (!mendable || !/^form-\d{1,6}-[a-z0-9-]{1,20}$/.test(form)) throw thrown;
  const { place = '', allowed, seen, repair } = partsOf(thrown);
  const known = ['quote', 'cause', 'level', 'factor', 'strength', 'reason', 'by'];
  const field = thrown.code === 'READING_GONE' && fields['decision'] === 'add' ? 'quote' : place;
  const parts = [
    ...(seen === 'nothing' || seen === undefined ? [] : [`Seen: ${seen}.`]),
    ...(allowed === undefined || allowed === 'a sentence' || allowed === 'a name'
      ? []
      : [`Allowed: ${allowed}.`]),
  ];
  const named = known.includes(field) && fields[field] !== undefined ? field : null;
  const label = named === null ? undefined : decisionLabels[named];
  return {
    form,
    values: fields,
    field: named,
    message: [...(label === undefined ? [] : [`${label}:`]), repair, ...parts].join(' '),
  };
}
