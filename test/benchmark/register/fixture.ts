import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addNeighbours } from '../../../src/app/register/add-neighbours.ts';
import { addOrganisations } from '../../../src/app/register/add-organisations.ts';
import { loadRegister } from '../../../src/benchmark/register/load-register.ts';
import { registerFolder } from '../../../src/benchmark/register/register-files.ts';
import type { Database } from '../../../src/duckdb/database.ts';
import { openDatabase } from '../../../src/duckdb/open-database.ts';
import { loadPack } from '../../../src/pack/load.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { allotment } from '../../pack/allotment.ts';

/** Invented lists in the published forms. */
export const lists = {
  organisations: join(import.meta.dirname, 'lists/organisations.csv'),
  neighbours: join(import.meta.dirname, 'lists/neighbours.csv'),
};

/** The folder of a workspace, new and gone after the work. */
export interface Place {
  readonly folder: string;
  readonly effects: { readonly now: () => Date; readonly log: () => void };
  readonly pack: (framework: string) => Pack;
  /** Writes a file outside the register, and gives its name. */
  readonly file: (name: string, content: string | Uint8Array) => string;
}

export async function inPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-register-'));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  try {
    return await work({
      folder,
      pack: () => loadPack(allotment),
      effects: { now: () => new Date('2026-01-02T03:04:05Z'), log: () => undefined },
      file,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database with the register of two lists, and scores of organisations in periods: one scored row each. */
export async function withRegister<T>(
  scores: readonly (readonly [organisation: string, period: string])[],
  work: (database: Database) => Promise<T>,
  { organisations, neighbours } = lists,
): Promise<T> {
  return inPlace(async (place) => {
    await addOrganisations(place, organisations);
    await addNeighbours(place, neighbours);
    const folder = registerFolder(place.folder);
    const database = await openDatabase({ folder: null, reads: [folder], threads: 1 });
    try {
      await loadRegister(database, folder);
      await database.run(
        'CREATE TABLE scores (organisation VARCHAR, period VARCHAR, state VARCHAR, objective INTEGER)',
      );
      await database.fill(
        'scores',
        ['VARCHAR', 'VARCHAR', 'VARCHAR', 'INTEGER'],
        scores.map(([organisation, period]) => [organisation, period, 'scored', 1]),
      );
      return await work(database);
    } finally {
      database.close();
    }
  });
}
