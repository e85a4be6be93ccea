import { Problem } from '../kernel/problem.ts';
import { FactorSetting } from '../model/factor-setting.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query } from './query.ts';

/** A setting as it is made: who and when are added. */
export type NewFactorSetting = Pick<FactorSetting, 'factor' | 'state' | 'from' | 'reason'>;

const columns = 'factor, state, from_period AS "from", reason, "by", at';
const at = query(
  'circumstances',
  FactorSetting.properties,
  `SELECT ${columns} FROM (
     SELECT *, row_number() OVER (PARTITION BY factor ORDER BY from_period DESC, sequence DESC) AS place
     FROM factor_setting WHERE organisation = ? AND from_period <= ?)
   WHERE place = 1 ORDER BY factor`,
);
const all = query(
  'circumstances',
  FactorSetting.properties,
  `SELECT ${columns} FROM factor_setting WHERE organisation = ? ORDER BY sequence`,
);
const latest = query(
  'circumstances',
  FactorSetting.properties,
  `SELECT ${columns} FROM factor_setting WHERE organisation = ? AND factor = ? AND from_period = ?
   ORDER BY sequence DESC LIMIT 1`,
);

/**
 * What holds of each circumstance in a period, in order of factor: the setting from the latest period not after it, and of
 * those from one period the one made last. A circumstance that nobody has set is absent.
 * @throws Problem UNKNOWN_ORGANISATION
 */
export function readFactorsAt(
  connection: Connection,
  organisation: string,
  period: string,
): readonly FactorSetting[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(at, organisation, period);
  });
}

/** Everything that was said of circumstances, in the order in which it was. @throws Problem UNKNOWN_ORGANISATION */
export function readFactorSettings(connection: Connection, organisation: string): readonly FactorSetting[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(all, organisation);
  });
}

/**
 * Says what holds of a circumstance from a period on; the same again writes nothing.
 * @param version how often the circumstance had been set when the change was made; null where that is not said
 * @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE; ROW_CHANGED where it was set meanwhile
 */
export function setFactor(
  connection: Connection,
  organisation: string,
  setting: NewFactorSetting,
  stamp: Stamp,
  version: number | null = null,
): void {
  const after = checked(FactorSetting, { ...setting, by: stamp.by, at: stamp.at }, 'circumstance');
  const { factor, state, from, reason } = after;
  connection.writing(() => {
    readOrganisation(connection, organisation);
    const before = connection.row(latest, organisation, factor, from) ?? null;
    if (before?.state === state && before.reason === reason) return;
    const history = connection.rows(all, organisation).filter((one) => one.factor === factor);
    if (version !== null && version !== history.length)
      throw factorChanged(organisation, version, after, history);
    connection.run(
      `INSERT INTO factor_setting (organisation, factor, state, from_period, reason, "by", at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      organisation,
      factor,
      state,
      from,
      reason,
      stamp.by,
      stamp.at,
    );
    enterInJournal(connection, stamp, {
      action: 'set-factor',
      subject: `${organisation}/${factor}`,
      before,
      after,
    });
  });
}

/** The problem of a setting that was made before somebody else's was there; its data hold both. */
function factorChanged(
  organisation: string,
  version: number,
  given: FactorSetting,
  history: readonly FactorSetting[],
): Problem {
  const held = history.at(-1) ?? null;
  const now = held === null ? 'nothing' : `${held.state} from ${held.from}, by ${held.by}`;
  return new Problem('ROW_CHANGED', {
    place: `${organisation}, circumstance ${given.factor}`,
    seen: `version ${version}; it is now at version ${history.length}: ${now}`,
    allowed: `version ${history.length}`,
    repair: 'Look at what is recorded now, and send yours again with its version, or leave it.',
    data: { given: { version, setting: given }, held: { version: history.length, setting: held } },
  });
}
