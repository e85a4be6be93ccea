import type { CriteriaReport } from '../app/criteria/criteria-report.ts';
import type { CriteriaLevel } from '../app/criteria/objective-criteria.ts';
import { wordingBounds } from '../app/criteria/paste-wording.ts';
import { dayWords } from '../model/day-words.ts';
import { statementAnswers } from '../model/statement.ts';
import type { PageContext } from './frame/page-context.ts';
import { answerWords, criteriaOutcome, evidenceWords } from './parts/criteria-summary.ts';
import { levelWords } from './parts/words.ts';

/** A form that could not be carried out: which, what is said of it at which field (null for the whole), and what was typed. */
export interface RefusedCriteria {
  /** `answers`, `evidence`, `wording-LEVEL` or `remove-NUMBER`. */
  readonly form: string;
  readonly field: string | null;
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a form did, by its name in the address. */
export const keptWords = {
  answers: 'Your answers are kept.',
  wording: 'The wording is kept.',
  evidence: 'The evidence is recorded.',
  removed: 'The evidence is removed.',
} as const;

/** The statements of an objective with their answers, wording to paste, and evidence, each with its form. */
export function criteriaView(
  context: PageContext,
  report: CriteriaReport,
  kept: keyof typeof keptWords | null,
  refused: RefusedCriteria | null,
) {
  const { links, framework } = context;
  const { number, name } = report.objective;
  const latest = report.periods.at(-1);
  const addressOf = (period: string) => links.criteria(number, period === latest ? null : period);
  const field = fields(refused);
  return {
    number,
    name,
    period: report.period,
    objectiveHref: links.objective(number),
    action: addressOf(report.period),
    returns: report.periods.toReversed().map((period) => ({
      text: period,
      href: addressOf(period),
      current: period === report.period,
    })),
    kept: kept === null ? null : keptWords[kept],
    error:
      refused === null
        ? null
        : {
            message: refused.message,
            href: `#${refused.field === null ? refused.form : `${refused.form}-${refused.field}`}`,
          },
    outcome: criteriaOutcome(context, report),
    levels: report.levels
      .filter(({ statements }) => statements.length > 0)
      .toReversed()
      .map((one) => ({
        title: levelWords(framework, one.level),
        source: sourceWords(one),
        statements: one.statements.map(({ id, text, answer, answered }) => ({
          id,
          text,
          said: answered === null ? null : `Said by ${answered.by} on ${dayWords(answered.at.slice(0, 10))}`,
          choices: statementAnswers.map((value) => ({
            value,
            text: answerWords[value],
            checked: value === (valueOf(refused, 'answers', `answer.${id}`) ?? answer),
          })),
        })),
      })),
    answersBy: field('answers', 'by', ''),
    answersRefused: refused?.form === 'answers' && refused.field === null ? refused.message : null,
    wording: report.levels
      .filter(({ source }) => source !== 'full')
      .toReversed()
      .map((one) => {
        const form = `wording-${one.level}`;
        const lines = one.source === 'pasted' ? one.statements.map(({ text }) => text) : [];
        return {
          form,
          level: one.level,
          title: levelWords(framework, one.level),
          pasted: one.pasted === null ? null : sourceWords(one),
          open: refused?.form === form,
          text: field(form, 'text', lines.join('\n')),
          by: field(form, 'by', ''),
        };
      }),
    mostLines: wordingBounds.lines,
    lapsed: report.lapsed.map(({ level, text, answer, by, at }) => ({
      text,
      said: `${levelWords(framework, level)}: ${answerWords[answer].toLowerCase()}, said by ${by} on ${dayWords(at.slice(0, 10))}`,
    })),
    evidence: report.evidence.map((one) => {
      const form = `remove-${one.id}`;
      return { ...evidenceWords(one), form, open: refused?.form === form, by: field(form, 'by', '') };
    }),
    add: {
      kind: valueOf(refused, 'evidence', 'kind') ?? 'link',
      fields: [
        { ...field('evidence', 'title', ''), label: 'What it is', hint: '' },
        {
          ...field('evidence', 'target', ''),
          label: 'Its address, or the name of the document',
          hint: 'Give the whole address of a page. Say of a document where it is kept: it is not uploaded.',
        },
        { ...field('evidence', 'owner', ''), label: 'Who has it', hint: '' },
        { ...field('evidence', 'date', ''), label: 'The day that it is of', hint: 'Such as 2023-05-01' },
        { ...field('evidence', 'by', ''), label: 'Your name', hint: '' },
      ],
    },
  };
}

function fields(refused: RefusedCriteria | null) {
  return (form: string, name: string, held: string) => ({
    id: `${form}-${name}`,
    name,
    value: valueOf(refused, form, name) ?? held,
    error: refused?.form === form && refused.field === name ? refused.message : null,
  });
}

function valueOf(refused: RefusedCriteria | null, form: string, name: string): string | undefined {
  return refused?.form === form ? refused.values[name] : undefined;
}

function sourceWords({ source, pasted }: CriteriaLevel): string {
  switch (source) {
    case 'full':
      return 'The standard’s words for this objective, in full.';
    case 'as-quoted':
      return 'As a comment quotes the standard. There may be more, so this level can be ruled out here, and not awarded.';
    case 'pasted':
      return `Pasted by ${pasted?.by} on ${dayWords(pasted?.at.slice(0, 10) ?? '')}.`;
    case 'none':
      return 'No words are held.';
  }
}
