import { type CellForm, splitCell } from '../app/year/cell-form.ts';
import type { PlannedInYear, YearCriterion, YearObjective, YearReport } from '../app/year/year-report.ts';
import { dayWords } from '../model/day-words.ts';
import type { Framework } from '../model/framework.ts';
import type { HeldRow, RowChange } from '../model/held-row.ts';
import type { Pack } from '../pack/pack.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { levelWords, stanceWords } from './parts/words.ts';
import { type RefusedYear, yearFields } from './year-form.ts';
import { entryWords, scoreWords, yearKept } from './year-page.ts';

/** What the page of one row shows beside the year. */
export interface YearRowState {
  readonly kept: keyof typeof yearKept | null;
  readonly by: string;
  readonly history: readonly RowChange[];
  readonly refused: RefusedYear | null;
  /** What somebody else entered meanwhile; null without a conflict. */
  readonly conflict: HeldRow | null;
}

const heldWords: Readonly<Record<YearCriterion['held'], string>> = {
  full: 'The standard’s words for this objective, in full',
  'as-quoted': 'As a comment quotes the standard',
  pasted: 'As an officer pasted it',
  principle: 'The section’s principle; the words for this objective are not held',
  none: 'No words are held for this level',
};
const changeWords: Readonly<Record<RowChange['action'], string>> = {
  'enter-row': 'entered',
  'undo-row': 'took a change back',
  'import-assessment': 'imported',
};

/** One objective of the year: last year's score, comment, target and actions, the standard's words, and the form. */
export function yearRowPage(
  context: PageContext,
  pack: Pack,
  report: YearReport,
  one: YearObjective,
  { kept, by, history, refused, conflict }: YearRowState,
): string {
  const { links, framework } = context;
  const { period, closed, objectives, says } = report;
  const address = `${links.page('assessments')}/${period}`;
  const carried = by === '' ? '' : `?${new URLSearchParams({ by })}`;
  const at = objectives.indexOf(one);
  const step = (to: number) => {
    const other = objectives[to];
    return other === undefined
      ? null
      : { text: `${other.objective} ${other.name}`, href: `${address}/${other.objective}${carried}` };
  };
  const { last, target, planned, actions, criteria, entry } = one;
  const field = yearFields(refused);
  const cell = splitCell(pack, entry.row.text);
  const score = field('enter', 'score', scoreValue(entry));
  const title = `${refused === null ? '' : 'Error: '}${one.objective} ${one.name}, ${period}`;
  return renderTemplate('year-row.njk', {
    frame: pageFrame(context, 'assessments', title),
    page: {
      ...{ period, closed, number: one.objective, name: one.name, description: one.description, says },
      list: `${address}${carried}`,
      action: `${address}/${one.objective}`,
      section: framework.sections.find(({ id }) => id === one.section)?.name ?? '',
      kept: kept === null ? null : yearKept[kept],
      error: refused === null ? null : { message: refused.message, href: refused.href },
      last:
        last === null
          ? null
          : {
              period: last.period,
              score: withName(framework, scoreWords(last.row)) || 'Not scored',
              text: last.row.text,
            },
      target:
        target === null
          ? null
          : {
              level: levelWords(framework, target.level),
              stance: stanceWords[target.stance].name,
              because: target.because,
            },
      planned: planned === null ? null : plannedView(framework, planned),
      actions,
      criteria: criteria.map((criterion) => ({
        title: levelWords(framework, criterion.level),
        place:
          criterion.place === 'next'
            ? 'the next level'
            : last?.row.state === 'scored'
              ? 'the level of the last score'
              : 'the lowest level',
        held: heldWords[criterion.held],
        text: criterion.text,
      })),
      state: entryWords[one.state],
      entry: {
        score: withName(framework, scoreWords(entry.row)) || 'Not scored',
        text: entry.row.text,
        signed:
          entry.by === null || entry.at === null
            ? null
            : `Version ${entry.version}, by ${entry.by} on ${moment(entry.at)}.`,
      },
      form: !closed || refused !== null,
      // As they saw it who typed: a later version must not be taken for seen.
      version: conflict?.version ?? (refused?.form === 'enter' ? refused.values['version'] : entry.version),
      score: {
        ...score,
        choices: choices(framework).map((choice) => ({ ...choice, checked: choice.value === score.value })),
      },
      comment: field('enter', 'comment', cell.comment),
      actionField: field('enter', 'action', cell.action),
      by: field('enter', 'by', by),
      conflict:
        conflict === null ? null : conflictView(framework, conflict, refused, { comment: '', action: '' }),
      history: history.toReversed().map(({ by: who, at: when, action, after }) => ({
        who: `${who} ${changeWords[action]} on ${moment(when)}`,
        score: scoreWords(after) || 'Not scored',
        text: after.text,
      })),
      undo: closed || history.length === 0 || refused !== null ? null : field('undo', 'by', by),
      undoRefused: refused?.form === 'undo' ? field('undo', 'by', by) : null,
      previous: step(at - 1),
      following: step(at + 1),
    },
  });
}

function plannedView(
  framework: Framework,
  { target, state, owner, action, due, agreed, reached }: PlannedInYear,
) {
  const said =
    agreed === null ? state : `agreed by ${agreed.by} on ${dayWords(agreed.date)}, ${agreed.minute}`;
  return {
    level: levelWords(framework, target),
    said,
    reached: reached === null ? '' : `The score entered ${reached ? 'reaches it' : 'does not reach it yet'}.`,
    parts: [
      { name: 'Owner', text: owner },
      { name: 'Due', text: due === null ? '' : dayWords(due) },
      { name: 'Action', text: action },
    ].filter(({ text }) => text !== ''),
  };
}

function conflictView(framework: Framework, held: HeldRow, refused: RefusedYear | null, empty: CellForm) {
  const { score = '', comment = empty.comment, action = empty.action } = refused?.values ?? {};
  return {
    held: {
      score: withName(framework, scoreWords(held.row)) || 'Not scored',
      text: held.row.text,
      signed: `Version ${held.version}${held.by === null || held.at === null ? '' : `, entered by ${held.by} on ${moment(held.at)}`}.`,
    },
    given: {
      score: score === 'na' ? 'Not applicable' : withName(framework, score) || 'Not scored',
      comment,
      action,
    },
  };
}

/** The value of the score's field for a row. */
function scoreValue({ row }: HeldRow): string {
  return row.state === 'scored' ? row.score.label : row.state === 'not-applicable' ? 'na' : '';
}

/** Every score that can be entered, in order, then those that are none. */
function choices(framework: Framework): readonly { readonly value: string; readonly text: string }[] {
  const levels = framework.levels.toSorted((a, b) => a.level - b.level);
  return [
    ...levels.flatMap(({ level }, index) => {
      const next = levels[index + 1];
      const own = { value: String(level), text: levelWords(framework, level) };
      if (next === undefined) return [own];
      const between = `${level}/${next.level}`;
      return [own, { value: between, text: `${between}, working towards ${next.level}` }];
    }),
    { value: 'na', text: 'Not applicable: the comment says why' },
    { value: '', text: 'Not scored yet' },
  ];
}

function withName(framework: Framework, label: string): string {
  return /^\d+$/.test(label) ? levelWords(framework, Number(label)) : label;
}

function moment(at: string): string {
  return `${dayWords(at.slice(0, 10))} at ${at.slice(11, 16)} UTC`;
}
