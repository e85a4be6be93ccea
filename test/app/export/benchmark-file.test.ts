import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { benchmark } from '../../../src/app/benchmark/benchmark.ts';
import { exportFile } from '../../../src/app/export/export-file.ts';
import { exportList } from '../../../src/app/export/export-list.ts';
import { importDocument } from '../../../src/app/import/import-document.ts';
import { generatePanel } from '../../../src/app/invent/generate-panel.ts';
import { addPanelFiles } from '../../../src/app/panel/add-panel-files.ts';
import { choosePlanRow } from '../../../src/app/plan/change-plan-row.ts';
import { csv, row } from '../../benchmark/panel/panel-fixture.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

const organisation = 'example-invented';
const asked = { what: 'benchmark', organisation } as const;
type Cells = Readonly<Record<string, string>>;

test('a benchmark as a file tells what the benchmark tells, and nothing else, labelled invented in every row', () =>
  withWorkspace(async (workspace) => {
    await generatePanel(workspace, { organisations: 60, periods: 2, seed: 7, by: 'Sam' });
    for (const group of ['all', 'type-and-region'] as const) {
      const report = await benchmark(workspace, { organisation, group });
      const { name, content } = await exportFile(workspace, { ...asked, group, format: 'csv' });
      expect(name).toBe('example-invented-benchmark-2025.csv');
      const rows: Cells[] = parse(String(content), { bom: true, columns: true });
      for (const row of rows)
        expect(row).toMatchObject({
          ...{ document: 'benchmark', organisation, label: 'Demonstration data, invented' },
          ...{ period: '2025', group: report.comparison.group.name, access: 'confidential' },
          ...{ panel: 'invented', panelVersion: report.panel.version },
        });
      const of = new Map(rows.filter(({ kind }) => kind === 'objective').map((row) => [row['part'], row]));
      let [given, not] = [0, 0];
      for (const one of report.comparison.objectives) {
        const row = of.get(String(one.objective)) ?? {};
        expect(row['sentence']).toBe(one.sentence);
        const { others } = one;
        const counts = [1, 2, 3, 4, 5].map((level) => row[`at${level}`]);
        if (others.give === 'counts') {
          given += 1;
          expect(counts).toEqual(others.levels.map(({ count }) => String(count)));
          expect([row['n'], row['median']]).toEqual([String(others.n), others.quartiles.median.label]);
          expect(row['withheld']).toBe('');
        } else {
          not += 1;
          expect(row['withheld']).not.toBe('');
          const figures = ['median', 'satisfactory', 'lower', 'same', 'higher', 'position', 'words'];
          expect([...counts, ...figures.map((each) => row[each])].join('')).toBe('');
        }
      }
      expect([given > 0, not > 0]).toEqual(group === 'all' ? [true, false] : [false, true]);
      const steps = rows.filter((row) => row['stepBand'] !== '');
      expect(steps.length > 0).toBe((report.uptake?.objectives ?? []).some(({ band }) => band !== null));
      expect(rows.filter(({ kind }) => kind === 'definition').length).toBe(report.definitions.length);
      const { content: json } = await exportFile(workspace, { ...asked, group, format: 'json' });
      expect(JSON.parse(String(json))).toEqual(report);
    }
    await expect(
      importDocument(workspace, {
        file: 'benchmark.csv',
        organisation,
        content: Buffer.from(String((await exportFile(workspace, { ...asked, format: 'csv' })).content)),
        by: 'Sam',
      }),
    ).rejects.toMatchObject({ code: 'NOT_AN_APPENDIX' });
  }, example));

test('a benchmark is listed among what can be taken out only where there is a panel', () =>
  withWorkspace(async (workspace) => {
    const ids = async (id: string) =>
      (await exportList(workspace, { organisation: id })).groups.map((group) => group.id);
    expect(await ids('medway')).not.toContain('benchmark');
    await generatePanel(workspace, { organisations: 60, periods: 2, seed: 7, by: 'Sam' });
    expect(await ids(organisation)).toContain('benchmark');
    expect(await ids('medway')).not.toContain('benchmark');
    await expect(
      exportFile(workspace, { what: 'advice', organisation, group: 'type', format: 'csv' }),
    ).rejects.toMatchObject({ code: 'BAD_VALUE' });

    const advice = await exportFile(workspace, { what: 'advice', organisation, format: 'csv' });
    const told: Cells[] = parse(String(advice.content), { bom: true, columns: true });
    const steps = told.filter((row) => row['uptake'] !== '');
    expect(steps.length).toBeGreaterThan(0);
    expect(steps[0]?.['uptakePeers']).toBe('all organisations of Invented panel (seed 7), 2024 to 2025');
    const [first] = steps;
    await choosePlanRow(workspace, { organisation }, { objective: Number(first?.['objective']), by: 'Sam' });
    const plan = await exportFile(workspace, { what: 'plan', organisation, format: 'csv' });
    const [chosen]: Cells[] = parse(String(plan.content), { bom: true, columns: true });
    expect(chosen?.['How often peers made it']).toBe(`${first?.['uptake']} (${first?.['uptakePeers']})`);
  }, example));

test('the file of an organisation that only a public panel has bears its name as files can have it', () =>
  withWorkspace(async (workspace) => {
    const names = ['Łódź "North"/South', '東', ...Array.from({ length: 12 }, (_, index) => `O${index}`)];
    const rows = names.map((name) => row({ organisation: `"${name.replaceAll('"', '""')}"` }));
    const file = join(workspace.folder, 'rows.csv');
    writeFileSync(file, csv(...rows));
    await addPanelFiles(workspace, { id: 'region', files: [file], access: 'public' });
    const named = async (one: string) => {
      const { name } = await exportFile(workspace, { what: 'benchmark', organisation: one, format: 'csv' });
      return name;
    };
    expect(await named(' łódź "north"/south\r\n')).toBe('odz-north-south-benchmark-2023.csv');
    expect(await named('東')).toBe('organisation-benchmark-2023.csv');
  }, example));
