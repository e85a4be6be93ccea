import { Type } from 'typebox';
import { canonicalJson } from '../kernel/canonical.ts';
import { PastedWording } from '../model/statement.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { query } from './query.ts';

/** Pasted wording as it is made: who and when are added. */
export type NewWording = Omit<PastedWording, 'by' | 'at'>;

const { lines: _, ...columns } = PastedWording.properties;
const row = { ...columns, lines: Type.String() };
const selected = 'SELECT framework, objective, level, lines, "by", at FROM pasted_wording';
const all = query('pasted wording', row, `${selected} ORDER BY framework, objective, level`);
const ofObjective = query(
  'pasted wording',
  row,
  `${selected} WHERE framework = ? AND objective = ? ORDER BY level`,
);
const one = query('pasted wording', row, `${selected} WHERE framework = ? AND objective = ? AND level = ?`);

/** What was pasted for the levels of an objective, in order of level; a level without is absent. */
export function readWording(
  connection: Connection,
  framework: string,
  objective: number,
): readonly PastedWording[] {
  return connection.rows(ofObjective, framework, objective).map((found) => parsed(connection, found));
}

/** All that was pasted, in order of framework, objective and level. */
export function readAllWording(connection: Connection): readonly PastedWording[] {
  return connection.rows(all).map((found) => parsed(connection, found));
}

/** Keeps the wording of a level in the place of what was pasted before; no line takes it away. The same again writes nothing. @throws Problem BAD_VALUE */
export function putWording(connection: Connection, wording: NewWording, stamp: Stamp): void {
  const after = checked(PastedWording, { ...wording, by: stamp.by, at: stamp.at }, 'wording');
  const { framework, objective, level, lines } = after;
  connection.writing(() => {
    const held = connection.row(one, framework, objective, level);
    const before = held === undefined ? null : parsed(connection, held);
    if (canonicalJson(before?.lines ?? []) === canonicalJson(lines)) return;
    if (lines.length === 0)
      connection.run(
        'DELETE FROM pasted_wording WHERE framework = ? AND objective = ? AND level = ?',
        framework,
        objective,
        level,
      );
    else
      connection.run(
        `INSERT INTO pasted_wording (framework, objective, level, lines, "by", at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (framework, objective, level) DO UPDATE SET lines = excluded.lines, "by" = excluded."by", at = excluded.at`,
        framework,
        objective,
        level,
        canonicalJson(lines),
        stamp.by,
        stamp.at,
      );
    const subject = `${framework}/${objective}/${level}`;
    enterInJournal(connection, stamp, {
      action: 'paste-wording',
      subject,
      before,
      after: lines.length === 0 ? null : after,
    });
  });
}

function parsed(connection: Connection, held: Omit<PastedWording, 'lines'> & { lines: string }) {
  const lines = connection.json(PastedWording.properties.lines, held.lines, 'pasted wording');
  return { ...held, lines };
}
