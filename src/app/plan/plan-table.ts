import { topLevel } from '../../model/framework.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { plan } from './plan.ts';

/** A plan as a plain table, for a document or a spreadsheet. */
export interface PlanTable {
  readonly header: readonly string[];
  /** One for each row that is not withdrawn, in order of objective; a cell is text or a whole number. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** What the plan was asked for, as pairs of what and value, so that it can be computed again; empty where nothing is kept. */
  readonly settings: readonly (readonly [string, string | number])[];
  /** How many notes are internal, and so are not in it. */
  readonly internalNotes: number;
  readonly organisation: string;
  readonly framework: string;
  readonly period: string;
}

const header = [
  ...['#', 'Objective', 'Section', 'Score', 'Target', 'Ceiling', 'Owner', 'Action', 'Due'],
  ...['Officer-days', 'About the days', 'Reason', 'Why above the ceiling', 'Notes'],
  ...['State', 'Agreed by', 'Agreed on', 'Minute'],
];

/** The rows of a plan as a table. Evidence and internal notes are left out. @throws Problem as `plan` does */
export async function planTable(workspace: Workspace, view: ViewOf): Promise<PlanTable> {
  const report = await plan(workspace, view, null, { firm: false });
  const { organisation, framework, period, note } = report;
  const sections = new Map(workspace.pack(framework).framework.sections.map(({ id, name }) => [id, name]));
  const rows = report.rows.filter(({ state }) => state !== 'withdrawn');
  const held = workspace.records.plans.settings(organisation, period);
  return {
    header,
    rows: rows.map((row) => [
      ...[row.objective, row.name, sections.get(row.section) ?? row.section],
      ...[row.score ?? 'not scored', row.target, row.ceiling ?? '', row.owner, row.action, row.due ?? ''],
      ...[row.days, row.daysFrom === 'assumed' ? note : 'given', row.reason, row.override ?? ''],
      row.notes.flatMap(({ text, audience }) => (audience === 'internal' ? [] : [text])).join('\n'),
      ...[row.state, row.agreed?.by ?? '', row.agreed?.date ?? '', row.agreed?.minute ?? ''],
    ]),
    settings:
      held === undefined ? [] : settingsOf(held.request, note, topLevel(workspace.pack(framework).framework)),
    internalNotes: rows.flatMap(({ notes }) => notes).filter(({ audience }) => audience === 'internal')
      .length,
    ...{ organisation, framework, period },
  };
}

function settingsOf(
  request: PlanRequest,
  note: string,
  top: number,
): readonly (readonly [string, string | number])[] {
  const { days, stepDays = [], weights = {}, minimums = [], locks = [], levelsAYear } = request;
  const each = <Item>(
    what: string,
    items: readonly Item[],
    said: (item: Item) => string,
  ): [string, string][] => (items.length === 0 ? [] : [[what, items.map(said).join('; ')]]);
  const levels = (items: typeof locks) => (what: string) =>
    each(what, items, ({ objective, level }) => `objective ${objective}: level ${level} of ${top}`);
  return [
    ['Officer-days that there are', days],
    ['Officer-days of a step', note],
    ...each(
      'Officer-days of other steps',
      stepDays,
      ({ objective, level, days: of }) =>
        `objective ${objective}${level === null ? '' : ` to level ${level}`}: ${of}`,
    ),
    ...each('Weights of sections', weights.sections ?? [], ({ section, weight }) => `${section}: ${weight}`),
    ...each(
      'Weights of objectives',
      weights.objectives ?? [],
      ({ objective, weight }) => `objective ${objective}: ${weight}`,
    ),
    ...levels(minimums)('At least'),
    ...levels(locks)('Settled'),
    ...(levelsAYear === undefined ? [] : [['Levels a year at most', levelsAYear] as const]),
  ];
}
