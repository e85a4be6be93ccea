import { Type } from 'typebox';
import { canonicalJson } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import { type PlanAct, PlanChange, PlanRow } from '../model/plan-row.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { rowChanged } from './plan-problems.ts';
import { query } from './query.ts';

/** A row as it is made: its version, who and when are added. */
export type NewPlanRow = Omit<PlanRow, 'version' | 'by' | 'at'>;

/** Which row, and the version that a change of it was made from: 0 where there was none. */
export interface PlanRowVersion {
  readonly period: string;
  readonly objective: number;
  readonly version: number;
}

const held = PlanChange.properties.row;
const { version, act, by, at } = PlanChange.properties;
const columns = { version, act, row: Type.String(), by, at };
const selected = 'SELECT version, act, row, "by", at FROM plan_change WHERE organisation = ? AND period = ?';
const latest = query(
  'plan',
  columns,
  `${selected} AND version = (SELECT max(version) FROM plan_change AS later WHERE later.organisation = plan_change.organisation
     AND later.period = plan_change.period AND later.objective = plan_change.objective) ORDER BY objective`,
);
const ofRow = query('plan', columns, `${selected} AND objective = ? ORDER BY version`);

/** The rows of a plan in order of objective, withdrawn ones too. @throws Problem UNKNOWN_ORGANISATION */
export function readPlanRows(
  connection: Connection,
  organisation: string,
  period: string,
): readonly PlanRow[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(latest, organisation, period).flatMap((change) => {
      const { row } = parsed(connection, change);
      return row === null ? [] : [row];
    });
  });
}

/** Every change of a row, oldest first; the last has the row as it is. @throws Problem UNKNOWN_ORGANISATION */
export function readPlanHistory(
  connection: Connection,
  organisation: string,
  period: string,
  objective: number,
): readonly PlanChange[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection
      .rows(ofRow, organisation, period, objective)
      .map((change) => parsed(connection, change));
  });
}

/**
 * Keeps a row made from a version of it. What is the same already is not written again.
 * @param from the version that it was made from; 0 where there was no row
 * @throws Problem UNKNOWN_ORGANISATION, ROW_CHANGED where it has another version now, BAD_VALUE
 */
export function putPlanRow(
  connection: Connection,
  organisation: string,
  change: { readonly act: Exclude<PlanAct, 'undo'>; readonly row: NewPlanRow; readonly from: number },
  stamp: Stamp,
): PlanRow {
  const { act: done, row: given, from } = change;
  return connection.writing(() => {
    const history = readPlanHistory(connection, organisation, given.period, given.objective);
    const last = history.at(-1);
    const now = last?.version ?? 0;
    const before = last?.row ?? null;
    if (from !== (before === null ? 0 : now))
      throw rowChanged(organisation, { version: from, row: given }, history);
    const row = checked(PlanRow, { ...given, version: now + 1, by: stamp.by, at: stamp.at }, 'plan');
    if (before !== null && sameContent(before, row)) return before;
    write(connection, organisation, { act: done, row, before, place: row }, stamp);
    return row;
  });
}

/**
 * Takes back the last change of a row that was not taken back yet: the row is exactly as before it, under a new version.
 * @returns the row; null where its first choice was taken back
 * @throws Problem UNKNOWN_ORGANISATION, ROW_CHANGED; BAD_VALUE where there is nothing to take back
 */
export function undoPlanRow(
  connection: Connection,
  organisation: string,
  { period, objective, version: from }: PlanRowVersion,
  stamp: Stamp,
): PlanRow | null {
  return connection.writing(() => {
    const history = readPlanHistory(connection, organisation, period, objective);
    const last = history.at(-1);
    const now = last?.version ?? 0;
    const before = last?.row ?? null;
    if (from !== (before === null ? 0 : now))
      throw rowChanged(organisation, { version: from, row: null }, history);
    const earlier = earlierState(history);
    if (earlier === undefined || before === null)
      throw new Problem('BAD_VALUE', {
        place: `${organisation}, ${period}, objective ${objective}`,
        seen: 'no change of its plan that could be taken back',
        repair: 'Look at its history.',
      });
    const row = earlier === null ? null : { ...earlier, version: now + 1, by: stamp.by, at: stamp.at };
    write(
      connection,
      organisation,
      { act: 'undo', row, before, place: { period, objective, version: now + 1 } },
      stamp,
    );
    return row;
  });
}

/** The row before the last change that was not taken back; undefined where every change was, null where it began there. */
export function earlierState(history: readonly PlanChange[]): PlanRow | null | undefined {
  const states: (PlanRow | null)[] = [];
  let present: PlanRow | null = null;
  for (const { act: done, row } of history) {
    if (done === 'undo') states.pop();
    else states.push(present);
    present = row;
  }
  return states.at(-1);
}

function write(
  connection: Connection,
  organisation: string,
  change: {
    readonly act: PlanAct;
    readonly row: PlanRow | null;
    readonly before: PlanRow | null;
    readonly place: PlanRowVersion;
  },
  stamp: Stamp,
): void {
  const { act: done, row, before, place } = change;
  connection.run(
    'INSERT INTO plan_change (organisation, period, objective, version, act, row, "by", at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    organisation,
    place.period,
    place.objective,
    place.version,
    done,
    canonicalJson(row),
    stamp.by,
    stamp.at,
  );
  const subject = `${organisation}/${place.period}/${place.objective}`;
  const action = done === 'undo' ? ('undo-plan-row' as const) : ('plan-row' as const);
  enterInJournal(connection, stamp, { action, subject, before, after: row });
}

function sameContent(a: PlanRow, b: PlanRow): boolean {
  const content = ({ version: _v, by: _b, at: _a, ...rest }: PlanRow) => canonicalJson(rest);
  return content(a) === content(b);
}

function parsed(
  connection: Connection,
  change: Omit<PlanChange, 'row'> & { readonly row: string },
): PlanChange {
  return { ...change, row: connection.json(held, change.row, 'plan') };
}
