import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addToPanel } from '../../../src/benchmark/panel/add-to-panel.ts';
import { checkPanel } from '../../../src/benchmark/panel/check-panel.ts';
import { exportPanel } from '../../../src/benchmark/panel/export-panel.ts';
import { listPanels } from '../../../src/benchmark/panel/list-panels.ts';
import { openPanel } from '../../../src/benchmark/panel/open-panel.ts';
import { removePanel } from '../../../src/benchmark/panel/remove-panel.ts';
import { csv, panelFixture, row } from './panel-fixture.ts';

const { folder, house, add, remove } = panelFixture();
const { panels, rules } = house;
afterAll(remove);

const mixed = csv(
  row({ organisation: "'=HYPERLINK(1)", score: '2/3', factors: 'joint-boards=yes; joint-projects=no' }),
  row({ organisation: "''-1", objective: '2', causes: 'resources:3:internal:read;remit:4:internal:read' }),
  row({ organisation: '"a, ""b"""', period: '2023/24', state: 'not-applicable', score: '' }),
  row({ organisation: "d'e", agreed_standard: 'yes', carried: 'yes' }),
);

describe("the holder's export", () => {
  test.each(['csv', 'parquet'] as const)('as %s is the same panel when it is added again', async (format) => {
    const { panel } = await add(`out-${format}`, mixed);
    const out = join(folder, `out.${format}`);
    await exportPanel(panels, { id: `out-${format}`, format, out });
    const again = await addToPanel(house, { id: `in-${format}`, files: [out] });
    expect(again.findings).toEqual([]);
    expect(again.panel?.version).toBe(panel?.version);
    await expect(exportPanel(panels, { id: `out-${format}`, format, out })).rejects.toMatchObject({
      code: 'FILE_EXISTS',
    });
  });

  test('guards a spreadsheet from formulas, and says what is invented', async () => {
    await add('guarded', mixed, { invented: {} });
    const out = join(folder, 'guarded.csv');
    await exportPanel(panels, { id: 'guarded', format: 'csv', out });
    expect(readFileSync(out, 'utf8')).toMatchInlineSnapshot(`
      "organisation,framework,period,objective,state,score,agreed_standard,carried,factors,causes,invented
      '=HYPERLINK(1),lga-nps-2018,2023,1,scored,2/3,no,no,joint-boards=yes; joint-projects=no,,yes
      d'e,lga-nps-2018,2023,1,scored,3,yes,yes,,,yes
      ''-1,lga-nps-2018,2023,2,scored,3,no,no,,remit:4:internal:read; resources:3:internal:read,yes
      "a, ""b""",lga-nps-2018,2023-24,1,not-applicable,,no,no,,,yes
      "
    `);
    expect((await addToPanel(house, { id: 'guarded-again', files: [out] })).panel?.invented).toBe(true);
  });
});

describe('a check', () => {
  test('finds nothing where all is as it was written', async () => {
    await add('sound', mixed);
    expect(await checkPanel(panels, 'sound', rules)).toEqual([]);
  });

  test('finds what is damaged, and the list goes on without it', async () => {
    await add('about', mixed);
    writeFileSync(join(panels, 'about/panel.json'), '{"id": "about"}');
    expect(await checkPanel(panels, 'about', rules)).toMatchObject([{ file: 'about/panel.json' }]);

    await add('torn', mixed);
    writeFileSync(join(panels, 'torn/causes.parquet'), 'PAR1');
    expect(await checkPanel(panels, 'torn', rules)).toMatchObject([{ file: 'causes.parquet' }]);

    await add('other', csv(row({ score: '1' })));
    await add('exchanged', csv(row({ score: '5' })));
    rmSync(join(panels, 'exchanged/scores.parquet'));
    renameSync(join(panels, 'other/scores.parquet'), join(panels, 'exchanged/scores.parquet'));
    expect(await checkPanel(panels, 'exchanged', rules)).toMatchObject([{ seen: /^rows of the version / }]);

    await add('linked', mixed);
    renameSync(join(panels, 'linked/scores.parquet'), join(folder, 'elsewhere.parquet'));
    symlinkSync(join(folder, 'elsewhere.parquet'), join(panels, 'linked/scores.parquet'));
    await expect(openPanel(join(panels, 'linked'), { register: null })).rejects.toMatchObject({
      code: 'WORKSPACE_BROKEN',
    });
    const { panels: listed, broken } = listPanels(panels);
    expect(listed.map(({ id }) => id)).toContain('sound');
    expect(broken.map(({ id }) => id)).toEqual(['about', 'linked', 'other']);
    for (const { id } of broken) removePanel(panels, id);
    expect(listPanels(panels).broken).toEqual([]);
    expect(existsSync(join(folder, 'elsewhere.parquet'))).toBe(true);
  });

  test('finds an access that was written over, and seals a panel that has no seal yet', async () => {
    await add('sealed', mixed);
    const about = join(panels, 'sealed/panel.json');
    const { seal, ...written } = JSON.parse(readFileSync(about, 'utf8'));
    for (const change of [{ access: 'public' }, { invented: true }, { framework: 'another' }]) {
      writeFileSync(about, JSON.stringify({ ...written, seal, ...change }));
      expect(await checkPanel(panels, 'sealed', rules)).toMatchObject([{ file: 'sealed/panel.json' }]);
    }
    writeFileSync(about, JSON.stringify(written));
    expect(await checkPanel(panels, 'sealed', rules)).toEqual([]);
    expect(JSON.parse(readFileSync(about, 'utf8'))).toEqual({ ...written, seal });
    removePanel(panels, 'sealed');
  });

  test('finds rows that the rules no longer have', async () => {
    await add('aged', csv(row({ objective: '59', score: '5' })));
    const pack = rules('lga-nps-2018');
    const framework = { ...pack.framework, levels: pack.framework.levels.filter(({ level }) => level < 5) };
    expect(await checkPanel(panels, 'aged', () => ({ ...pack, framework }))).toEqual([
      {
        file: 'scores.parquet',
        seen: '1 rows that do not fit the rules',
        expected: 'objectives and levels of lga-nps-2018',
      },
    ]);
  });
});

describe('a change of a panel', () => {
  test('that stopped half-way leaves the old panel', async () => {
    const { panel } = await add('cut', csv(row()));
    renameSync(join(panels, 'cut'), join(panels, '.old-cut'));
    mkdirSync(join(panels, '.new-cut'));
    expect(listPanels(panels).panels.find(({ id }) => id === 'cut')).toEqual(panel);
    expect((await add('cut', csv(row({ period: '2024' })))).panel?.rows).toBe(2);
    expect(existsSync(join(panels, '.new-cut'))).toBe(false);
  });

  test('waits for no other, and is not kept out by one that is dead', async () => {
    const dead = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
    await add('busy', csv(row()));
    writeFileSync(join(panels, '.busy-busy'), String(process.pid));
    await expect(add('busy', csv(row({ period: '2024' })))).rejects.toMatchObject({ code: 'WORKSPACE_BUSY' });
    writeFileSync(join(panels, '.busy-busy'), dead);
    expect((await add('busy', csv(row({ period: '2024' })))).state).toBe('added');
  });

  test('takes it away for good', async () => {
    await add('gone', csv(row()));
    removePanel(panels, 'gone');
    expect(existsSync(join(panels, 'gone'))).toBe(false);
    expect(() => removePanel(panels, 'gone')).toThrow(expect.objectContaining({ code: 'UNKNOWN_PANEL' }));
    expect(() => removePanel(panels, '../panels')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_PANEL' }),
    );
  });
});
