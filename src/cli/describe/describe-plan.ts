import type { ChosenPlan } from '../../app/plan/decide-plan.ts';
import type {
  OpenAction,
  PlanHistory,
  PlannedRow,
  PlanReached,
  PlanReport,
} from '../../app/plan/plan-report.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { dayWords } from '../../model/day-words.ts';
import type { PlanChoice } from '../../model/plan-choice.ts';
import type { PlanRow } from '../../model/plan-row.ts';
import type { Pack } from '../../pack/pack.ts';
import { gainSentence } from '../../planning/gain-sentence.ts';
import { type LeftOutGroup, leftOutGroups } from '../../planning/left-out-groups.ts';
import { terminal } from '../terminal/terminal.ts';
import { describeUptake } from './describe-uptake.ts';
import { table } from './table.ts';
import { indented, wrap } from './wrap.ts';

/** The suggestion and the rows that were chosen, as lines of a width. */
export function describePlan(report: PlanReport, pack: Pack, width: number): readonly string[] {
  const { suggestion, rows } = report;
  return [
    ...(suggestion === null
      ? [
          ...wrap(
            'Say with --days how many officer-days there are, and see which targets they are best for.',
            width,
          ),
          '',
        ]
      : describeSuggestion(suggestion, pack, width)),
    ...part('The plan as chosen', describeRows(rows, width), width),
  ].slice(0, -1);
}

/** The best targets for the days, why others are left out, and what more days would bring. */
function describeSuggestion(choice: PlanChoice, pack: Pack, width: number): readonly string[] {
  const { budget, days, targets, leftOut, frontier, firmness, note, stepDays } = choice;
  const assumed = stepDays.some(({ from }) => from === 'assumed');
  const next = frontier.find((point) => point.days > budget);
  const groups = leftOutGroups(leftOut, budget);
  const fixed = groups.filter(({ movable }) => !movable);
  return [
    ...wrap(
      `For ${countedNoun(budget, 'officer-day')}: ${countedNoun(targets.length, 'target')} above the present score, ${countedNoun(days, 'day')}, gain ${choice.gain}. No other set gains more.`,
      width,
    ),
    ...(assumed ? wrap(`Officer-days: ${note} (--effort).`, width) : []),
    ...(next === undefined
      ? wrap('More days would add nothing.', width)
      : wrap(`With ${countedNoun(next.days - budget, 'more day')} the gain would be ${next.gain}.`, width)),
    ...(firmness === null
      ? []
      : wrap(
          `How firm it is: tried ${firmness.draws} times with each number of days off by up to a quarter, this set stays the best in ${firmness.stays}.`,
          width,
        )),
    '',
    ...part(
      'Targets',
      targets.length === 0
        ? ['None.']
        : table(
            [
              { title: '#', numeric: true },
              { title: 'Objective', flexible: true },
              { title: 'Score' },
              { title: 'Target', numeric: true },
              { title: 'Days', numeric: true },
              { title: 'Gain', numeric: true },
              { title: 'Stays in', numeric: true },
            ],
            targets.map((one) => [
              String(one.objective),
              nameWithPayer(one, targets),
              one.score,
              String(one.level),
              String(one.days),
              String(one.gain),
              one.firmness === null ? '' : `${Math.round(one.firmness * 100)}%`,
            ]),
            width,
          ).concat(
            wrap(
              `${gainSentence(pack.planning)}${firmness === null ? '' : ' Stays in: how often a target is in the best set when the days are off.'}`,
              width,
            ),
          ),
      width,
    ),
    ...describeUptake(
      'How often peers made these steps within one period',
      targets.flatMap(({ objective, name, uptake }) =>
        uptake === undefined ? [] : [{ objective, name, uptake }],
      ),
      width,
    ),
    ...part(
      'Left out, and could be in',
      groups.filter(({ movable }) => movable).flatMap((one) => groupLines(one, width)),
      width,
    ),
    ...part(
      'Cannot rise in this plan',
      [
        ...fixed.filter(({ objectives }) => objectives.length > 1).flatMap((one) => groupLines(one, width)),
        ...pack.framework.sections.flatMap(({ id, name }) => {
          const mine = fixed.filter(
            ({ objectives: [one, ...others] }) => others.length === 0 && one?.section === id,
          );
          return mine.length === 0
            ? []
            : [...wrap(name, width), ...mine.flatMap((one) => groupLines(one, width))];
        }),
      ],
      width,
    ),
  ];
}

/** The name of an objective, with whose action its first step stands where it has no days of its own. */
function nameWithPayer(
  { name, paidWith }: PlanChoice['targets'][number],
  targets: PlanChoice['targets'],
): string {
  const payer = targets.find(({ objective }) => objective === paidWith);
  return payer === undefined
    ? name
    : `${name} (shares an action with #${payer.objective} ${payer.name}, whose days stand for both)`;
}

/** What choosing a whole suggestion did, in words. */
export function describeChosen({ chosen, left }: ChosenPlan, width: number): readonly string[] {
  return [
    ...wrap(`Proposed now: ${countedNoun(chosen.length, 'target')}${numbers(chosen)}.`, width),
    ...(left.length === 0
      ? []
      : wrap(
          `Left as they are, since they are in the plan already: ${left.map((each) => `#${each}`).join(', ')}.`,
          width,
        )),
    '',
  ];
}

/** One row of a plan with all that is said of it. */
export function describeRow(row: PlanRow, width: number): readonly string[] {
  const { owner, due, days, agreed, withdrawn, override, action, reason, evidence, notes, by, at } = row;
  const line = (title: string, text: string) => (text === '' ? [] : indented(`${title}: ${text}`, width, 2));
  return [
    ...indented(
      `target ${row.target}, ${row.state}, version ${row.version}, by ${by} on ${dayWords(at.slice(0, 10))}`,
      width,
      2,
    ),
    ...line('Owner', owner),
    ...line('Action', action),
    ...line('Due', due === null ? '' : dayWords(due)),
    ...line('Officer-days', `${days}${row.daysFrom === 'assumed' ? ', assumed' : ''}`),
    ...line('Reason', reason),
    ...line('Above the ceiling, since', override ?? ''),
    ...line('Evidence, internal', evidence),
    ...notes.flatMap(({ text, audience }) => line(audience === 'internal' ? 'Note, internal' : 'Note', text)),
    ...line('Agreed', agreed === null ? '' : `by ${agreed.by} on ${dayWords(agreed.date)}, ${agreed.minute}`),
    ...line('Withdrawn', row.state === 'withdrawn' ? (withdrawn ?? '') : ''),
  ];
}

/** The changes of a row, oldest first. */
export function describeHistory({ changes, objective }: PlanHistory, width: number): readonly string[] {
  if (changes.length === 0) return wrap(`Objective ${objective} has had no target in this plan.`, width);
  const said = {
    choose: 'chosen',
    change: 'changed',
    withdraw: 'withdrawn',
    agree: 'agreed',
    undo: 'taken back',
  };
  return changes.flatMap(({ version, act, row, by, at }) => [
    ...wrap(`${version}. ${said[act]} by ${by} on ${dayWords(at.slice(0, 10))}`, width),
    ...(row === null ? indented('no row', width, 2) : describeRow(row, width)),
  ]);
}

/** What was planned against what was reached. */
export function describeReached({ progress, rows }: PlanReached, width: number): readonly string[] {
  const { toTarget, ofHeadroom, planned, reached, fallen } = progress;
  const way = ({ gone, whole, percent }: PlanReached['progress']['toTarget']) =>
    percent === null ? 'there was no way to go' : `${percent}%, ${gone} of ${countedNoun(whole, 'level')}`;
  return [
    ...wrap(`${reached.length} of ${countedNoun(planned.length, 'target')} above the score reached.`, width),
    ...wrap(`Of the way to target: ${way(toTarget)}. Of the achievable headroom: ${way(ofHeadroom)}.`, width),
    ...wrap('What goes beyond a target never makes up for a shortfall elsewhere.', width),
    ...(fallen.length === 0
      ? []
      : wrap(`Below where they began: ${fallen.map((each) => `#${each}`).join(', ')}.`, width)),
    '',
    ...(rows.length === 0
      ? ['Nothing was planned.']
      : table(
          [
            { title: '#', numeric: true },
            { title: 'Objective', flexible: true },
            { title: 'Was' },
            { title: 'Target', numeric: true },
            { title: 'Is' },
            { title: 'Reached' },
          ],
          rows.map((row) => [
            String(row.objective),
            row.name,
            row.start ?? '–',
            String(row.target),
            row.now ?? 'not scored',
            row.reached ? 'yes' : 'not yet',
          ]),
          width,
        )),
  ];
}

/** The actions of the last period, open ones first. */
export function describeOpenActions(actions: readonly OpenAction[], width: number): readonly string[] {
  if (actions.length === 0) return ['None.'];
  const lines = (some: readonly OpenAction[]) =>
    some.flatMap(({ objective, action, owner, due, reads, confirmed, period }) => [
      ...wrap(`#${objective} ${action}`, width),
      ...indented(
        [
          `From ${period}.`,
          ...(owner ? [`Owner: ${owner}.`] : []),
          ...(due === null ? [] : [`Due ${dayWords(due)}.`]),
          confirmed === null
            ? `${reads} Nobody has confirmed it.`
            : `Confirmed by ${confirmed.by}: ${confirmed.outcome}.`,
        ].join(' '),
        width,
        2,
      ),
    ]);
  const open = actions.filter((one) => one.open);
  const closed = actions.filter((one) => !one.open);
  return [
    ...part('Open, carried forward', open.length === 0 ? ['None.'] : lines(open), width),
    ...part('Closed', lines(closed), width),
  ].slice(0, -1);
}

function describeRows(rows: readonly PlannedRow[], width: number): readonly string[] {
  if (rows.length === 0)
    return wrap('Nothing is chosen yet: --choose takes the suggestion, --set one objective.', width);
  return rows.flatMap((row) => [
    ...wrap(
      `#${row.objective} ${row.name}: ${row.score ?? 'not scored'}${row.aboveCeiling ? `, ceiling ${row.ceiling}` : ''}`,
      width,
    ),
    ...describeRow(row, width),
  ]);
}

/** One objective with its reason, or one reason with its objectives below. */
function groupLines({ because, objectives }: LeftOutGroup, width: number): readonly string[] {
  const [first] = objectives;
  if (objectives.length === 1 && first !== undefined)
    return indented(`#${first.objective} ${first.name}: ${because}`, width, 2);
  return [
    ...wrap(because, width),
    ...objectives.flatMap(({ objective, name, takes }) =>
      indented(`#${objective} ${name}${takes === '' ? '' : `: ${takes}`}`, width, 2),
    ),
  ];
}

function part(title: string, lines: readonly string[], width: number): readonly string[] {
  return lines.length === 0 ? [] : [...wrap(title, width).map(terminal.heading), ...lines, ''];
}

function numbers(objectives: readonly number[]): string {
  return objectives.length === 0 ? '' : `: ${objectives.map((each) => `#${each}`).join(', ')}`;
}
