import { KeptAnswer } from '../model/statement.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query } from './query.ts';

/** An answer as it is made: who and when are added. */
export type NewAnswer = Omit<KeptAnswer, 'by' | 'at'>;

const selected =
  'SELECT period, objective, level, text, answer, "by", at FROM statement_answer WHERE organisation = ?';
const all = query(
  'answers',
  KeptAnswer.properties,
  `${selected} ORDER BY period, objective, level, text COLLATE BINARY`,
);
const ofRow = query(
  'answers',
  KeptAnswer.properties,
  `${selected} AND period = ? AND objective = ? ORDER BY level, text COLLATE BINARY`,
);
const one = query(
  'answers',
  KeptAnswer.properties,
  `${selected} AND period = ? AND objective = ? AND level = ? AND text = ?`,
);

/** The answers for one row, in order of level and words. @throws Problem UNKNOWN_ORGANISATION */
export function readAnswers(
  connection: Connection,
  organisation: string,
  period: string,
  objective: number,
): readonly KeptAnswer[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(ofRow, organisation, period, objective);
  });
}

/** Every answer of an organisation, in order of period, objective, level and words. @throws Problem UNKNOWN_ORGANISATION */
export function readAllAnswers(connection: Connection, organisation: string): readonly KeptAnswer[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(all, organisation);
  });
}

/**
 * Keeps what is said of a statement; the same again writes nothing, nor does "not evidenced" where nothing was said.
 * @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE
 */
export function putAnswer(
  connection: Connection,
  organisation: string,
  answer: NewAnswer,
  stamp: Stamp,
): void {
  const after = checked(KeptAnswer, { ...answer, by: stamp.by, at: stamp.at }, 'answer');
  const { period, objective, level, text } = after;
  connection.writing(() => {
    readOrganisation(connection, organisation);
    const before = connection.row(one, organisation, period, objective, level, text) ?? null;
    if ((before?.answer ?? 'not-evidenced') === after.answer) return;
    connection.run(
      `INSERT INTO statement_answer (organisation, period, objective, level, text, answer, "by", at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (organisation, period, objective, level, text)
       DO UPDATE SET answer = excluded.answer, "by" = excluded."by", at = excluded.at`,
      organisation,
      period,
      objective,
      level,
      text,
      after.answer,
      stamp.by,
      stamp.at,
    );
    const subject = `${organisation}/${period}/${objective}`;
    enterInJournal(connection, stamp, { action: 'answer-statement', subject, before, after });
  });
}
