import type { OpenAction, PlannedRow, PlanReached, PlanReport } from '../app/plan/plan-report.ts';
import { dayWords } from '../model/day-words.ts';
import type { PageContext } from './frame/page-context.ts';
import type { AskFault } from './parts/ask-fault.ts';
import { askForm } from './parts/ask-form.ts';
import type { ChartFigure } from './parts/chart-figure.ts';
import { notesFor, planForms, type RefusedPlan } from './parts/plan-forms.ts';
import { planRowFields, planRowForms } from './parts/plan-row-forms.ts';
import { suggestionView } from './parts/suggestion-view.ts';
import { countWords } from './parts/words.ts';

/** What a form did, by its name in the address. */
export const planKept = {
  suggestion: 'The suggestion is in the plan, as proposed. What was in the plan before is as it was.',
  row: 'The target is kept.',
  withdrawn: 'The target is withdrawn.',
  agreed: 'The agreement is recorded.',
  undone: 'The last change is taken back.',
  action: 'What became of the action is kept.',
} as const;

/** What the page of a plan shows. */
export interface PlanPageContent {
  readonly report: PlanReport;
  readonly actions: readonly OpenAction[];
  /** Of the plan for the period that the scores are of; null where there was none. */
  readonly reached: PlanReached | null;
  /** What was asked for, as typed, by name. */
  readonly asked: Readonly<Record<string, string>>;
  /** The most levels that an objective rises in a year unless something else is asked. */
  readonly levelsAYear: number;
  /** What the gain counts. */
  readonly gain: string;
  /** Why there is no suggestion for it, and in which fields; null where there is one, or nothing was asked. */
  readonly impossible: AskFault | null;
  /** Gain against days, where there is a suggestion. */
  readonly charts: readonly ChartFigure[];
  readonly kept: keyof typeof planKept | null;
  /** The objective that it was done to; null for none or several. */
  readonly keptOf: number | null;
  readonly refused: RefusedPlan | null;
}

/** The names of what can be asked for in the address. */
export const planAsks = ['days', 'minimum', 'lock', 'weight', 'effort', 'levels'] as const;

/** The suggestion with its reasons, the rows with their forms, and what became of the last actions. */
export function planView(context: PageContext, content: PlanPageContent) {
  const { report, actions, reached, asked, levelsAYear, impossible, charts, kept, keptOf, refused } = content;
  const { links } = context;
  const form = planForms(refused);
  const { suggestion, rows } = report;
  const there = rows.filter(({ state }) => state !== 'withdrawn');
  const proposed = rows.filter(({ state }) => state === 'proposed');
  const name = ['by', 'Your name', '', { hint: 'The journal keeps who did it.' }] as const;
  const href = (objective: number) => links.objective(objective);
  return {
    period: report.period,
    basedOn: report.basedOn,
    action: links.page('plan', undefined, asked),
    lead: leadOf(there, report.days),
    kept: kept === null || rows.some(({ objective }) => objective === keptOf) ? null : planKept[kept],
    impossible,
    error:
      refused === null
        ? null
        : {
            message: refused.message,
            href: `#${refused.form}${refused.field === null ? '' : `-${refused.field}`}`,
          },
    whatIf: {
      action: links.page('plan', { ...context.view, period: null, factors: {} }),
      hidden: [
        ...(context.view.period === null ? [] : [{ name: 'period', value: context.view.period }]),
        ...Object.entries(context.view.factors).map(([id, state]) => ({
          name: `factor.${id}`,
          value: state,
        })),
      ],
      ...askForm(context, {
        asks:
          asked['days'] === undefined && report.request !== null
            ? { ...asked, days: String(report.request.days) }
            : asked,
        levelsAYear,
        fault: impossible,
      }),
    },
    note: report.note,
    planFirst: rows.length > 0 && Object.keys(asked).length === 0,
    suggestion:
      suggestion === null
        ? null
        : {
            ...suggestionView(suggestion, href),
            ...{ charts, gainWords: content.gain },
            supposed: Object.keys(context.view.factors).length > 0,
            plain: links.page('plan', { ...context.view, factors: {} }, asked),
            form: form(
              'suggestion',
              { title: 'Take the suggestion into the plan', what: '', button: 'Take it as proposed' },
              {},
              [name],
            ),
          },
    rows: rows.map((row) => ({
      ...rowWords(row),
      href: href(row.objective),
      kept: kept !== null && row.objective === keptOf ? planKept[kept] : null,
      internal: notesFor(row.notes, 'internal'),
      evidence: row.evidence,
      open: [`row-${row.objective}`, `withdraw-${row.objective}`, `undo-${row.objective}`].includes(
        refused?.form ?? '',
      ),
      forms: planRowForms(context, form, row, name),
    })),
    add: form(
      'add',
      { title: 'Choose a target for another objective', what: '', button: 'Choose it' },
      { version: '0' },
      [
        [
          'objective',
          'Objective',
          '',
          {
            kind: 'select',
            options: [
              ['', 'Choose an objective'],
              ...context.framework.objectives
                .filter(({ number }) => !rows.some((row) => row.objective === number))
                .map(({ number, name: title }) => [String(number), `${number} ${title}`] as const),
            ],
          },
        ],
        ...planRowFields(context, null),
        name,
      ],
    ),
    addOpen: refused?.form === 'add',
    agree:
      proposed.length === 0
        ? null
        : form(
            'agree',
            {
              title: `Record that ${countWords(proposed.length, 'proposed target is', 'proposed targets are')} agreed`,
              what: '',
              button: 'Record it',
            },
            { rows: proposed.map(({ objective, version }) => `${objective}:${version}`).join(' ') },
            [
              ['agreedBy', 'Who agreed', '', { hint: 'A person or a committee' }],
              ['date', 'On which day', '', { hint: 'Such as 2024-05-01' }],
              ['minute', 'The minute or paper that says so', ''],
              name,
            ],
          ),
    actions: actions.map((one, index) => ({
      ...one,
      href: href(one.objective),
      owner: one.owner ?? '',
      due: one.due === null ? '' : dayWords(one.due),
      says:
        one.confirmed === null
          ? `${one.reads} Nobody has confirmed it.`
          : `Confirmed by ${one.confirmed.by}: ${one.confirmed.outcome}.`,
      form: form(
        `action-${index + 1}`,
        {
          title: 'What became of it',
          what: `objective ${one.objective}, action ${index + 1}`,
          button: 'Keep',
        },
        { objective: String(one.objective), action: one.action },
        [
          [
            'outcome',
            'What became of it',
            one.confirmed?.outcome ?? 'continues',
            {
              kind: 'select',
              options: [
                ['done', 'Done'],
                ['continues', 'Continues: carried forward'],
                ['dropped', 'Dropped'],
              ],
            },
          ],
          name,
        ],
      ),
    })),
    reached: reached === null ? null : reachedView(reached, href),
  };
}

/** A row in words, without what is internal. */
export function rowWords(row: PlannedRow) {
  const { objective, name, score, target, ceiling, aboveCeiling, owner, action, due, days, daysFrom } = row;
  const { reason, override, state, agreed, withdrawn, version } = row;
  return {
    ...{ objective, name, target, owner, action, reason, override, state, version },
    score: score ?? 'not scored',
    above: aboveCeiling ? `above the ceiling, ${ceiling}` : '',
    due: due === null ? '' : dayWords(due),
    days: `${days}${daysFrom === 'assumed' ? ', assumed' : ''}`,
    publicNotes: notesFor(row.notes, 'for-publication'),
    agreed: agreed === null ? '' : `Agreed by ${agreed.by} on ${dayWords(agreed.date)}, ${agreed.minute}`,
    withdrawn: state === 'withdrawn' ? (withdrawn ?? '') : '',
    agreedBy: agreed === null ? '' : `${agreed.by}, ${dayWords(agreed.date)}`,
    changed: `Version ${version}, by ${row.by} on ${dayWords(row.at.slice(0, 10))}`,
  };
}

/** How many targets there are, in a sentence. */
export function leadOf(rows: readonly PlannedRow[], days: number): string {
  if (rows.length === 0) return 'No target is chosen yet.';
  const agreed = rows.filter(({ state }) => state === 'agreed').length;
  return `${countWords(rows.length, 'target')} chosen, ${agreed} of them agreed, in ${countWords(days, 'officer-day')}.`;
}

function reachedView({ period, progress, rows }: PlanReached, href: (objective: number) => string) {
  const { toTarget, ofHeadroom, planned, reached } = progress;
  const way = ({ gone, whole, percent }: typeof toTarget) =>
    percent === null ? 'there was no way to go' : `${percent}%, ${gone} of ${countWords(whole, 'level')}`;
  return {
    period,
    sentences: [
      `${reached.length} of ${countWords(planned.length, 'target')} above the score reached.`,
      `Of the way to target: ${way(toTarget)}. Of the achievable headroom: ${way(ofHeadroom)}.`,
      'What goes beyond a target never makes up for a shortfall elsewhere.',
    ],
    rows: rows.map((row) => ({
      ...row,
      href: href(row.objective),
      start: row.start ?? 'not scored',
      now: row.now ?? 'not scored',
    })),
  };
}
