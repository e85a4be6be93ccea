import { Type } from 'typebox';
import { canonicalJson } from '../kernel/canonical.ts';
import type { PlanRequest } from '../model/plan-request.ts';
import { PlanSettings } from '../model/plan-row.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query } from './query.ts';

const { request: form, ...others } = PlanSettings.properties;
const one = query(
  'plan settings',
  { ...others, request: Type.String() },
  'SELECT period, request, "by", at FROM plan_settings WHERE organisation = ? AND period = ?',
);

/** What the plan of a period was asked for; undefined where nothing is kept. @throws Problem UNKNOWN_ORGANISATION */
export function readPlanSettings(
  connection: Connection,
  organisation: string,
  period: string,
): PlanSettings | undefined {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    const found = connection.row(one, organisation, period);
    if (found === undefined) return undefined;
    return { ...found, request: connection.json(form, found.request, 'plan settings') };
  });
}

/** Keeps what a plan is asked for, in the place of what was kept before; the same again writes nothing. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
export function putPlanSettings(
  connection: Connection,
  organisation: string,
  { period, request }: { readonly period: string; readonly request: PlanRequest },
  stamp: Stamp,
): void {
  const after = checked(PlanSettings, { period, request, by: stamp.by, at: stamp.at }, 'plan settings');
  connection.writing(() => {
    const before = readPlanSettings(connection, organisation, period) ?? null;
    if (before !== null && canonicalJson(before.request) === canonicalJson(request)) return;
    connection.run(
      `INSERT INTO plan_settings (organisation, period, request, "by", at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (organisation, period) DO UPDATE SET request = excluded.request, "by" = excluded."by", at = excluded.at`,
      organisation,
      period,
      canonicalJson(request),
      stamp.by,
      stamp.at,
    );
    enterInJournal(connection, stamp, {
      action: 'plan-settings',
      subject: `${organisation}/${period}`,
      before,
      after,
    });
  });
}
