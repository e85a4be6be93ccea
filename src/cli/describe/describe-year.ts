import type { PlannedInYear, YearCriterion, YearObjective, YearReport } from '../../app/year/year-report.ts';
import type { AssessmentRow } from '../../model/assessment.ts';
import { dayWords } from '../../model/day-words.ts';
import type { Framework } from '../../model/framework.ts';
import { terminal } from '../terminal/terminal.ts';
import { underSections } from './sections.ts';
import { table } from './table.ts';
import { indented, wrap } from './wrap.ts';

const heldWords: Readonly<Record<YearCriterion['held'], string>> = {
  full: 'the standard’s words',
  'as-quoted': 'as a comment quotes it',
  pasted: 'as an officer pasted it',
  principle: 'only the section’s principle is held',
  none: 'no words are held',
};
const columnsOf = (planned: boolean) => [
  { title: '#', numeric: true },
  { title: 'Objective', flexible: true },
  { title: 'Last' },
  { title: 'Target' },
  ...(planned ? [{ title: 'Planned' }] : []),
  { title: 'Now' },
  { title: 'State' },
];

/** A year in lines of a width: what it comes to, then every objective under its section. */
export function describeYear(framework: Framework, report: YearReport, width: number): readonly string[] {
  const { says, objectives, organisation, period, closed, basedOn } = report;
  const planned = objectives.some((one) => one.planned !== null);
  const columns = columnsOf(planned);
  const cells = (one: YearObjective) => cellsOf(one, planned);
  const all = objectives.map(cells);
  const next = closed
    ? `It is closed. To change it: headroom open ${organisation} ${period} --reopen "…".`
    : `headroom open ${organisation} ${period} --objective NUMBER shows one with last year’s comment, its actions and the standard’s words; add --score and --text to enter it.`;
  return [
    ...says.flatMap((sentence) => wrap(sentence, width)),
    ...wrap(
      basedOn === null
        ? 'There is no closed assessment before it.'
        : `Last scores and targets rest on ${basedOn}.`,
      width,
    ),
    '',
    ...underSections(framework.sections, objectives, width, (some) =>
      table(columns, some.map(cells), width, all),
    ),
    ...wrap(next, width),
  ];
}

/** One objective with all that is known of it, as lines of a width. */
export function describeYearObjective(
  { organisation, period, closed }: YearReport,
  one: YearObjective,
  width: number,
): readonly string[] {
  const { last, target, planned, actions, criteria, entry, objective, description } = one;
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [...wrap(title, width).map(terminal.heading), ...lines, ''];
  const put = (text: string) => indented(text, width, 0);
  const entered = entry.version === 0 ? [] : [`Version ${entry.version}${signed(entry.by, entry.at)}.`];
  const how = closed
    ? `It is closed: headroom open ${organisation} ${period} --reopen "…" opens it again.`
    : `To change it: headroom open ${organisation} ${period} --objective ${objective} --version ${entry.version} --score … --text "…".`;
  return [
    ...(description === '' ? [] : [...put(description), '']),
    ...part(`Entered for ${period}`, [...rowLines(entry.row, width), ...entered]),
    ...(last === null ? [] : part(`In ${last.period}`, rowLines(last.row, width))),
    ...(target === null
      ? []
      : part(`Target suggested for ${period}`, put(`${target.level}, ${target.stance}. ${target.because}`))),
    ...(planned === null ? [] : part(`Planned for ${period}`, plannedLines(planned, width))),
    ...part(
      'Actions still to be done',
      actions.flatMap(({ quote, period: from }) => indented(`${from}: ${quote}`, width, 0)),
    ),
    ...criteria.flatMap(({ level, name, held, text, place }) =>
      part(
        `${level} ${name}, ${place === 'next' ? 'the next level' : last?.row.state === 'scored' ? 'the level of the last score' : 'the lowest level'} (${heldWords[held]})`,
        text === '' ? ['-'] : put(text),
      ),
    ),
    ...wrap(how, width),
  ];
}

function cellsOf(
  { objective, name, last, target, planned: plan, entry, state }: YearObjective,
  planned: boolean,
): readonly string[] {
  return [
    String(objective),
    name,
    last === null ? '' : label(last.row),
    target === null ? '' : `${target.level} ${target.stance}`,
    ...(planned
      ? [plan === null ? '' : `${plan.target} ${plan.reached === true ? 'reached' : plan.state}`]
      : []),
    label(entry.row),
    state === 'done' ? 'done' : state === 'started' ? 'started' : 'to do',
  ];
}

function plannedLines({ target, state, owner, action, due, agreed, reached }: PlannedInYear, width: number) {
  const said =
    agreed === null ? state : `agreed by ${agreed.by} on ${dayWords(agreed.date)}, ${agreed.minute}`;
  const now =
    reached === null ? '' : ` The score entered ${reached ? 'reaches it' : 'does not reach it yet'}.`;
  return [
    `${target}, ${said}.${now}`,
    ...(owner === '' ? [] : [`Owner: ${owner}`]),
    ...(due === null ? [] : [`Due: ${dayWords(due)}`]),
    ...(action === '' ? [] : [`Action: ${action}`]),
  ].flatMap((line) => indented(line, width, 0));
}

function label(row: AssessmentRow): string {
  return row.state === 'scored' ? row.score.label : row.state === 'not-applicable' ? 'NA' : '';
}

function rowLines(row: AssessmentRow, width: number): readonly string[] {
  const state =
    row.state === 'scored'
      ? `Score ${row.score.label}.`
      : row.state === 'not-applicable'
        ? 'Not applicable.'
        : 'Not scored.';
  return [state, ...(row.text === '' ? [] : wrap(row.text, width))];
}

function signed(by: string | null, at: string | null): string {
  return by === null || at === null ? '' : `, by ${by} on ${dayWords(at.slice(0, 10))}`;
}
