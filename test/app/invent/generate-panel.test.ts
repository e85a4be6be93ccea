import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/app/advice/advise.ts';
import { contributedRows } from '../../../src/app/contribute/contributed-rows.ts';
import { contribution } from '../../../src/app/contribute/contribution.ts';
import { generatePanel, InventedPanel } from '../../../src/app/invent/generate-panel.ts';
import { dropPanel } from '../../../src/app/panel/drop-panel.ts';
import { openPanel } from '../../../src/benchmark/panel/open-panel.ts';
import { openDatabase } from '../../../src/duckdb/open-database.ts';
import { mismatches } from '../../../src/kernel/schema.ts';
import { withWorkspace } from '../fixture.ts';

const small = { organisations: 40, periods: 3, seed: 7, by: 'Sam' };

describe('an invented panel', () => {
  test('is labelled, opens, and holds of its example what the workspace holds of it', async () => {
    await withWorkspace(async (workspace) => {
      const made = await generatePanel(workspace, small);
      expect(mismatches(InventedPanel, made)).toEqual([]);
      const { panel, example } = made;
      expect(panel).toMatchObject({ id: 'invented', invented: true, periods: ['2023', '2024', '2025'] });
      expect(panel.source).toMatch(/^Demonstration data, invented/);
      expect(workspace.records.organisation(example.id).example).toMatch(/^Demonstration data, invented/);

      const open = await openPanel(join(workspace.folder, 'panels/invented'), { register: null });
      try {
        const count = async (query: string) => Object.values((await open.database.rows(query))[0] ?? {});
        expect(await count('SELECT count(*), count(DISTINCT organisation) FROM scores')).toEqual([
          panel.rows,
          panel.organisations,
        ]);
        expect(
          await count('SELECT count(*) FROM organisations WHERE name IS NULL OR region IS NULL'),
        ).toEqual([0]);
        expect(await count('SELECT max(place) FROM neighbours')).toEqual([20]);
        const own = await open.database.rows(
          `SELECT period, objective, state, achieved FROM scores WHERE organisation = '${example.id}' ORDER BY period, objective`,
        );
        const held = await contributedRows(workspace, example.id);
        expect(own).toEqual(
          held.map(({ period, objective, state, score }) => ({
            period,
            objective,
            state,
            achieved: score?.achieved ?? null,
          })),
        );
        const causes = await count(`SELECT count(*) FROM causes WHERE organisation = '${example.id}'`);
        expect(causes).toEqual([held.reduce((sum, row) => sum + row.causes.length, 0)]);
      } finally {
        open.close();
      }
    });
  });

  test('is decided when it is made, for whoever asks first', async () => {
    await withWorkspace(async (workspace) => {
      const { panel } = await generatePanel(workspace, small);
      const kept = readdirSync(join(workspace.folder, 'panels/invented/decided'));
      const objectives = workspace.pack(panel.framework).framework.objectives;
      expect(kept.toSorted()).toEqual(objectives.map(({ number }) => `objective-${number}.kept`).toSorted());
      dropPanel(workspace, 'invented');
      expect(existsSync(join(workspace.folder, 'panels/invented'))).toBe(false);
    });
  });

  test('gives its example advice, some of it with reasons', async () => {
    await withWorkspace(async (workspace) => {
      const { example } = await generatePanel(workspace, { ...small, seed: 1 });
      const { advice } = await advise(workspace, { organisation: example.id });
      expect([advice.basedOn, advice.period]).toEqual(['2025', '2026']);
      const rows = await contributedRows(workspace, example.id);
      expect(rows.some(({ causes }) => causes.length > 0)).toBe(true);
    });
  });

  test('is the same again for the same seed, and takes the place of the one before for another', async () => {
    await withWorkspace(async (workspace) => {
      const versions: string[] = [];
      for (const seed of [7, 7, 8]) {
        const { panel } = await generatePanel(workspace, { ...small, seed });
        versions.push(panel.version);
      }
      expect(versions[1]).toBe(versions[0]);
      expect(versions[2]).not.toBe(versions[0]);
    });
  });

  test('never takes the place of a real organisation', async () => {
    await withWorkspace(async (workspace) => {
      workspace.records.putOrganisation(
        { id: 'example-mine', name: 'Mine', framework: 'allotment', example: null },
        'Sam',
      );
      await expect(generatePanel(workspace, { ...small, panel: 'mine' })).rejects.toThrow(
        /a real organisation/,
      );
    });
  });

  test('leaves no period of an earlier one beside its own', async () => {
    await withWorkspace(async (workspace) => {
      await generatePanel(workspace, small);
      await expect(generatePanel(workspace, { ...small, periods: 2 })).rejects.toThrow(/2023, 2024, 2025/);
    });
  });

  test('refuses a register that knows one of its codes', async () => {
    await withWorkspace(async (workspace) => {
      const register = join(workspace.folder, 'register');
      mkdirSync(register);
      const database = await openDatabase({ folder: register });
      await database.run(
        `COPY (SELECT 'x99000001' AS alias, 'A' AS organisation) TO '${join(register, 'aliases.parquet')}' (FORMAT parquet)`,
      );
      database.close();
      await expect(generatePanel(workspace, small)).rejects.toThrow(/x99000001, which the register/);
    });
  });

  test('marks what its example contributes', async () => {
    await withWorkspace(async (workspace) => {
      const { example } = await generatePanel(workspace, small);
      const { columns, content } = await contribution(workspace, { organisation: example.id });
      expect(columns.at(-1)?.name).toBe('invented');
      expect(content.split('\r\n')[1]).toMatch(/,yes$/);
    });
  });
});
