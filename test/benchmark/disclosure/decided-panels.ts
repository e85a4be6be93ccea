import { createHash } from 'node:crypto';
import { answerSheet } from '../../../src/benchmark/disclosure/answer-sheet.ts';
import { type Decisions, decisions } from '../../../src/benchmark/disclosure/decisions.ts';
import { groupsOfKind } from '../../../src/benchmark/disclosure/group-family.ts';
import type { PanelRows } from './open-rows.ts';

/** Who is in a panel and what they answered on objective 1, by numbers. */
export function sheetOf(rows: PanelRows) {
  const members = rows.organisations.toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1));
  const numbers = new Map(members.map(({ organisation }, number) => [organisation, number]));
  const periods = [...new Set(rows.scores.map(({ period }) => period))].sort();
  const answers = rows.scores.flatMap(
    ({ achieved, workingTowards = null, agreedStandard = false, carried = false, ...row }) =>
      achieved === null ? [] : [{ ...row, achieved, workingTowards, agreedStandard, carried }],
  );
  const causes = (rows.causes ?? []).map((cause) => ({ ...cause, control: 'external' }));
  const near = (viewer: number) =>
    periods.map((period) =>
      (rows.neighbours?.[members[viewer]?.organisation ?? ''] ?? [])
        .filter((each) => answers.some((row) => row.organisation === each && row.period === period))
        .slice(0, 15)
        .map((each) => numbers.get(each) ?? -1),
    );
  return { members, periods, near, sheet: answerSheet(answers, numbers, periods, { causes }) };
}

/** Everything that is decided of a panel, for all and for the nearest of a few: a sum that changes when one does. */
export function sumOfDecisions(
  { members, periods, near }: ReturnType<typeof sheetOf>,
  decided: Decisions,
): string {
  const told: unknown[] = [];
  for (const kind of ['all', 'type', 'region', 'type-and-region'] as const)
    for (const { key } of groupsOfKind(kind, members))
      for (const period of periods.keys())
        told.push([key, period, decided.places(key, period), decided.moves(key, period)]);
  for (let viewer = 0; viewer < members.length; viewer += 7)
    for (const period of periods.keys())
      told.push([viewer, period, decided.nearest(viewer, near(viewer), period)]);
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16);
}

/** What is decided of a panel. */
export function decidedOf(rows: PanelRows): string {
  const of = sheetOf(rows);
  return sumOfDecisions(of, decisions(of.sheet, of.members));
}
