import type { LimitChoices } from '../../app/review/limit-choices.ts';
import type {
  DismissedReading,
  LapsedDecision,
  ReviewedObjective,
  ReviewedReading,
} from '../../app/review/review-report.ts';

/** A form that was sent and could not be carried out. */
export interface RefusedForm {
  readonly form: string;
  /** What was written in its fields. */
  readonly values: Readonly<Record<string, string>>;
  /** The field that is wrong, where it is one. */
  readonly field: string | null;
  readonly message: string;
}

/** One field of a form, as the template shows it. */
interface Field {
  readonly kind: 'select' | 'text' | 'area';
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly error: string | null;
}

/** One decision that can be made, with its fields. */
export interface DecisionForm {
  readonly id: string;
  readonly title: string;
  readonly button: string;
  readonly refused: boolean;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly Field[];
}

type Of = Pick<ReviewedReading | DismissedReading | LapsedDecision, 'period' | 'quote'>;

/** Makes the forms of a page; the one that was refused keeps what was written. */
export function decisionForms(choices: LimitChoices, refused: RefusedForm | null) {
  const form = (
    id: string,
    title: string,
    button: string,
    hidden: Readonly<Record<string, string>>,
    fields: readonly Omit<Field, 'id' | 'error'>[],
  ): DecisionForm => {
    const own = refused?.form === id ? refused : null;
    return {
      ...{ id, title, button },
      refused: own !== null,
      hidden: Object.entries({ form: id, ...hidden }).map(([name, value]) => ({ name, value })),
      fields: [...fields, who].map((field) => {
        const value = own?.values[field.name] ?? field.value;
        return {
          ...field,
          value,
          options: field.options.map((option) => ({ ...option, selected: option.value === value })),
          id: `${id}-${field.name}`,
          error: own?.field === field.name ? own.message : null,
        };
      }),
    };
  };
  const hiddenOf = (decision: string, objective: number, reading: string, { period, quote }: Of) => ({
    ...{ decision, objective: String(objective), reading, period, quote },
  });
  const causes = (value: string) =>
    select(
      'cause',
      'Cause',
      null,
      value,
      choices.causes.map(({ id, name }) => [id, upperFirst(name)]),
    );
  const levels = (value: string) =>
    select('level', 'The highest level that it leaves within reach', null, value, [
      ['', 'As the rules place it'],
      ...choices.levels.map(({ level, name }) => [String(level), `${level} ${name}`] as const),
    ]);
  const factors = (hint: string | null) =>
    select('factor', 'Circumstance that would lift it', hint, '', [
      ['', 'The usual one for the cause'],
      ['none', 'None'],
      ...choices.factors.map((one) => [one.id, `${one.name} (${one.causes.join(', ')})`] as const),
    ]);

  return {
    ofReading(objective: number, index: number, reading: ReviewedReading): readonly DecisionForm[] {
      const id = (decision: string) => `form-${objective}-${index}-${decision}`;
      const hidden = (decision: string) => hiddenOf(decision, objective, reading.ceilingRule, reading);
      const confirm = form(id('confirm'), 'It is right', 'Confirm', hidden('confirm'), [
        reason('Reason, if you want to give one'),
      ]);
      const correct = form(id('correct'), 'It is so, but differently', 'Correct', hidden('correct'), [
        causes(reading.cause),
        levels(String(reading.level)),
        factors(reading.factorName === null ? 'At present: none.' : `At present: ${reading.factorName}.`),
        strengths(reading.strength),
        reason('Reason'),
      ]);
      const dismiss = form(id('dismiss'), 'It is not so', 'Dismiss', hidden('dismiss'), [reason('Reason')]);
      const withdraw = form(id('withdraw'), 'Take the decision back', 'Withdraw', hidden('withdraw'), []);
      switch (reading.standing) {
        case 'read':
          return [confirm, correct, dismiss];
        case 'confirmed':
          return [correct, dismiss, withdraw];
        case 'added':
          return [correct, withdraw];
      }
    },
    /** Of the dismissal, or of the decision that lapsed, in the place `index` of its list. */
    toWithdraw(
      objective: number,
      list: 'dismissed' | 'lapsed',
      index: number,
      decision: DismissedReading | LapsedDecision,
    ): DecisionForm {
      const id = `form-${objective}-${list}-${index}`;
      return form(
        id,
        'Take the decision back',
        'Withdraw',
        hiddenOf('withdraw', objective, decision.cause, decision),
        [],
      );
    },
    toAdd({ objective }: ReviewedObjective): DecisionForm {
      return form(
        `form-${objective}-add`,
        'Add a reason',
        'Add',
        { decision: 'add', objective: String(objective) },
        [
          area('quote', 'Words of the comment', 'Copy them as they stand in the comment above.'),
          causes(choices.causes[0]?.id ?? ''),
          levels(''),
          factors(null),
          strengths('stated'),
          reason('Reason'),
        ],
      );
    },
  };
}

const who = plain('text', 'by', 'Your name', 'It is kept with the decision.');

function reason(label: string) {
  return plain('text', 'reason', label, null);
}

function area(name: string, label: string, hint: string) {
  return plain('area', name, label, hint);
}

function plain(
  kind: 'text' | 'area',
  name: string,
  label: string,
  hint: string | null,
): Omit<Field, 'id' | 'error'> {
  return { kind, name, label, hint, value: '', options: [] };
}

function strengths(value: string) {
  return select('strength', 'How it is said', null, value, [
    ['stated', 'As a fact: it limits'],
    ['hedged', 'As a possibility: it lowers nothing'],
  ]);
}

function select(
  name: string,
  label: string,
  hint: string | null,
  value: string,
  options: readonly (readonly [string, string])[],
): Omit<Field, 'id' | 'error'> {
  return {
    ...{ kind: 'select' as const, name, label, hint, value },
    options: options.map(([id, text]) => ({ value: id, text, selected: id === value })),
  };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
