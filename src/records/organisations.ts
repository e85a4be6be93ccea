import { canonicalJson } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import { Organisation } from '../model/organisation.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { query } from './query.ts';

const columns = Organisation.properties;
const all = query(
  'organisations',
  columns,
  'SELECT id, name, framework, example FROM organisation ORDER BY id',
);
const one = query(
  'organisations',
  columns,
  'SELECT id, name, framework, example FROM organisation WHERE id = ?',
);

/** Every organisation, in order of id. */
export function readOrganisations(connection: Connection): readonly Organisation[] {
  return connection.rows(all);
}

/** One organisation. @throws Problem UNKNOWN_ORGANISATION */
export function readOrganisation(connection: Connection, id: string): Organisation {
  const found = connection.row(one, id);
  if (found !== undefined) return found;
  const known = connection.rows(all).map((organisation) => organisation.id);
  throw new Problem('UNKNOWN_ORGANISATION', {
    seen: id,
    allowed: known.length === 0 ? 'none yet' : known.join(', '),
    repair: 'Check the id, or import a document for it first.',
  });
}

/** Adds an organisation or changes it; the same again writes nothing. @throws Problem BAD_VALUE */
export function putOrganisation(connection: Connection, organisation: Organisation, stamp: Stamp): void {
  const after = checked(Organisation, organisation, 'organisation');
  const { id, name, framework, example } = after;
  connection.writing(() => {
    const before = connection.row(one, id) ?? null;
    if (canonicalJson(before) === canonicalJson(after)) return;
    connection.run(
      `INSERT INTO organisation (id, name, framework, example) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, framework = excluded.framework, example = excluded.example`,
      id,
      name,
      framework,
      example,
    );
    enterInJournal(connection, stamp, { action: 'put-organisation', subject: id, before, after });
  });
}
