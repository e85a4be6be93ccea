import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/app/advice/advise.ts';
import { adviceWithUptake } from '../../../src/app/benchmark/advice-uptake.ts';
import { benchmark } from '../../../src/app/benchmark/benchmark.ts';
import { choosePanel } from '../../../src/app/benchmark/choose-panel.ts';
import { inPanelIfAny } from '../../../src/app/benchmark/in-panel-if-any.ts';
import { objectivePeers } from '../../../src/app/benchmark/objective-peers.ts';
import { withPanelView } from '../../../src/app/benchmark/panel-view.ts';
import { severalPanelsSentence } from '../../../src/app/benchmark/several-panels-sentence.ts';
import { generatePanel } from '../../../src/app/invent/generate-panel.ts';
import { addPanelFiles } from '../../../src/app/panel/add-panel-files.ts';
import { checkPanels } from '../../../src/app/panel/check-panels.ts';
import { usePanel } from '../../../src/app/panel/use-panel.ts';
import { plan } from '../../../src/app/plan/plan.ts';
import { addOrganisations } from '../../../src/app/register/add-organisations.ts';
import { openWorkspace, type Workspace } from '../../../src/app/workspace/workspace.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { mismatches } from '../../../src/kernel/schema.ts';
import { rowOf } from '../../../src/model/assessment.ts';
import { BenchmarkReport } from '../../../src/model/benchmark-report.ts';
import { csv, row } from '../../benchmark/panel/panel-fixture.ts';
import { lists } from '../../benchmark/register/fixture.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

const invention = { organisations: 60, periods: 2, seed: 7, by: 'Sam' };
const invented = 'example-invented';

describe('an organisation beside an invented panel', () => {
  test('is compared on every objective, with n, labelled invented, and small groups are withheld', async () => {
    await withWorkspace(async (workspace) => {
      await generatePanel(workspace, invention);
      const report = await benchmark(workspace, { organisation: invented });
      expect(mismatches(BenchmarkReport, report)).toEqual([]);
      expect(report.label).toBe('Demonstration data, invented');
      expect(report.comparison).toMatchObject({ period: '2025', group: { kind: 'all' } });
      expect(report.own).toEqual({ from: 'records', inPanel: true, differing: [] });
      expect(report.uptake?.periods).toEqual({ from: '2024', to: '2025' });
      expect(report.uptake?.objectives.length).toBeGreaterThan(0);
      for (const { others } of report.comparison.objectives)
        if (others.give === 'counts') expect(others.n).toBeGreaterThanOrEqual(10);

      const fine = await benchmark(workspace, { organisation: invented, group: 'type-and-region' });
      const given = fine.comparison.objectives.filter(({ others }) => others.give !== 'nothing');
      expect(given).toEqual([]);
      expect(fine.withheld[0]).toMatchObject({ because: 'few-others' });
      expect(fine.others).toBeNull();
      expect(fine.comparison.whole.standing).toBeNull();
    }, example);
  });

  test('is answered the same from what was kept, and anew when the panel is another one', async () => {
    await withWorkspace(async (workspace) => {
      await generatePanel(workspace, invention);
      const asked = { organisation: invented };
      const decided = join(workspace.folder, 'panels/invented/decided');
      const when = () =>
        readdirSync(decided)
          .filter((name) => name.startsWith('objective-'))
          .map((name) => [name, readFileSync(join(decided, name), 'latin1').split('\n')[0]]);
      const before = when();
      expect(before).toHaveLength(59);
      const first = await benchmark(workspace, asked);
      // What was decided when the rows came in is taken as it is: nothing is decided again.
      expect(when()).toEqual(before);
      const panel = join(workspace.folder, 'panels/invented');
      const kept = () => readdirSync(panel, { recursive: true, encoding: 'utf8' });
      expect(kept().some((name) => /^decided\/given-.*\.kept$/.test(name))).toBe(true);
      const again = await openWorkspace({ folder: workspace.folder, ...example });
      try {
        expect(await benchmark(again, asked)).toEqual(first);
      } finally {
        again.close();
      }
      const { panels } = await checkPanels(workspace, 'invented');
      expect(panels).toMatchObject([{ state: 'sound' }]);
      expect(when()).toEqual(before);
      const scores = join(panel, 'scores.parquet');
      const whole = readFileSync(scores);
      writeFileSync(scores, whole.subarray(0, 100));
      expect((await checkPanels(workspace, 'invented')).panels).toMatchObject([{ state: 'damaged' }]);
      expect(kept().filter((name) => name.startsWith('decided'))).toEqual([]);
      writeFileSync(scores, whole);
      await generatePanel(workspace, { ...invention, seed: 8 });
      const other = await benchmark(workspace, asked);
      expect(other.panel.version).not.toBe(first.panel.version);
      expect(other.comparison).not.toEqual(first.comparison);
    }, example);
  });

  test('is told how often peers made the steps that advice and plan suggest', async () => {
    await withWorkspace(async (workspace) => {
      await generatePanel(workspace, invention);
      const { advice } = await advise(workspace, { organisation: invented });
      const told = await adviceWithUptake(workspace, advice);
      const uptakes = told.objectives.flatMap((one) =>
        one.state === 'scored' && one.target.uptake !== undefined ? [one.target.uptake] : [],
      );
      expect(uptakes.length).toBeGreaterThan(0);
      for (const { periods, group } of uptakes)
        expect({ periods, group }).toEqual({
          periods: { from: '2024', to: '2025' },
          group: 'all organisations of Invented panel (seed 7)',
        });
      const asked = { organisation: invented };
      const { suggestion } = await plan(workspace, asked, { days: 60 }, { panel: 'invented' });
      await expect(plan(workspace, asked, null, { panel: 'other' })).rejects.toMatchObject({
        code: 'UNKNOWN_PANEL',
      });
      expect(suggestion?.targets.some(({ uptake }) => uptake !== undefined)).toBe(true);
      expect(await objectivePeers(workspace, invented, 1)).toMatchObject({ period: '2025' });
    }, example);
  });

  test('must be invented too: a real one is refused, and its advice is as without a panel', async () => {
    await withWorkspace(async (workspace) => {
      await generatePanel(workspace, invention);
      await expect(benchmark(workspace, { organisation: 'medway' })).rejects.toMatchObject({
        code: 'INVENTED_AND_REAL',
      });
      const { advice } = await advise(workspace, { organisation: 'medway' });
      expect(await adviceWithUptake(workspace, advice)).toBe(advice);
      expect(await objectivePeers(workspace, 'medway', 1)).toBeNull();
    }, example);
  });
});

describe('an organisation beside a public panel', () => {
  /** Twelve others at 2, 3 and 4 on two objectives of 2023. */
  async function publicPanel(workspace: Workspace, id: string): Promise<void> {
    const rows = Array.from({ length: 12 }, (_, index) =>
      ['1', '2'].map((objective) =>
        row({ organisation: `O${index}`, objective, score: String(2 + (index % 3)) }),
      ),
    ).flat();
    const file = join(workspace.folder, `${id}.csv`);
    writeFileSync(file, csv(...rows));
    const { state } = await addPanelFiles(workspace, { id, files: [file], access: 'public' });
    expect(state).toBe('added');
  }

  test('that was merged or split has its own scores alone, and those before and after it are named', async () => {
    await withWorkspace(async (workspace) => {
      await addOrganisations(workspace, lists.organisations);
      await publicPanel(workspace, 'region');
      const file = join(workspace.folder, 'more.csv');
      const scores = { COL: '2', DUN: '2', CAD: '4', EAS: '3', BRI: '3' };
      const rows = Object.entries(scores).map(([organisation, score]) => row({ organisation, score }));
      writeFileSync(file, csv(...rows, row({ organisation: 'Old Brin', period: '2020', score: '2' })));
      await addPanelFiles(workspace, { id: 'region', files: [file] });
      const merged = await benchmark(workspace, { organisation: 'CAD' });
      expect(merged.comparison.objectives[0]).toMatchObject({
        own: { score: { label: '4' } },
        others: { give: 'counts', n: 16 },
      });
      expect(merged.left.join(' ')).toContain(
        'CAD was made from Coldwell Council, Dunmoor Council. Their scores stand under their own names and are neither inherited nor averaged.',
      );
      const split = await benchmark(workspace, { organisation: 'EAS' });
      expect(split.left.join(' ')).toContain(
        'The place of EAS was taken by East Eastshire Council, West Eastshire Council. Its scores stand under its own name',
      );
      const recoded = await benchmark(workspace, { organisation: 'Old Brin' });
      expect(recoded).toMatchObject({ organisation: 'BRI', comparison: { period: '2023' } });
      expect(recoded.left.join(' ')).not.toMatch(/made from|The place of/);
    }, example);
  });

  test('need not be in it: its own records are compared, and nothing is taken away', async () => {
    await withWorkspace(async (workspace) => {
      await publicPanel(workspace, 'region');
      const report = await benchmark(workspace, { organisation: 'medway' });
      expect(report.label).toBeNull();
      expect(report.own).toMatchObject({ from: 'records', inPanel: false });
      expect(report.comparison.period).toBe('2023');
      const [first, , third] = report.comparison.objectives;
      expect(first?.others).toMatchObject({ give: 'counts', n: 12 });
      expect(third?.others).toEqual({ give: 'nothing', because: 'nobody-else' });
      expect(report.uptake).toBeNull();
      const busy = inPanelIfAny(workspace, 'medway', null, async () => {
        throw new Problem('WORKSPACE_BUSY', { place: 'the panel region', repair: 'Wait.' });
      });
      expect(await busy).toBeNull();
      expect(report.left.join(' ')).toContain('No list of organisations is held');
      await expect(benchmark(workspace, { organisation: 'medway', group: 'region' })).rejects.toMatchObject({
        code: 'BAD_VALUE',
      });
      await expect(benchmark(workspace, { organisation: 'medway', period: '2019' })).rejects.toMatchObject({
        code: 'UNKNOWN_PERIOD',
      });
    }, example);
  });

  test('can be one that only the panel has; of a confidential panel nobody is found', async () => {
    await withWorkspace(async (workspace) => {
      await publicPanel(workspace, 'region');
      const rows = Array.from({ length: 12 }, (_, index) => row({ organisation: `C${index}`, score: '3' }));
      const file = join(workspace.folder, 'closed.csv');
      writeFileSync(file, csv(...rows));
      await addPanelFiles(workspace, { id: 'closed', files: [file] });
      const report = await benchmark(workspace, { organisation: 'o4' });
      expect(report).toMatchObject({ organisation: 'O4', name: 'O4', panel: { id: 'region' } });
      expect(report.own).toEqual({ from: 'panel', inPanel: true, differing: [] });
      expect(report.comparison.objectives[0]).toMatchObject({
        own: { score: { label: '3' } },
        others: { give: 'counts', n: 11 },
      });
      for (const asked of [
        { organisation: 'C4' },
        { organisation: 'C4', panel: 'closed' },
        { organisation: 'O4', panel: 'closed' },
      ])
        await expect(benchmark(workspace, asked)).rejects.toMatchObject({ code: 'UNKNOWN_ORGANISATION' });
      await publicPanel(workspace, 'second');
      await expect(benchmark(workspace, { organisation: 'O4' })).rejects.toMatchObject({ code: 'BAD_VALUE' });
      expect(await benchmark(workspace, { organisation: 'O4', panel: 'second' })).toMatchObject({
        panel: { id: 'second' },
      });
    }, example);
  });

  test('is one of several only where it was named, or said to be the usual one', async () => {
    await withWorkspace(async (workspace) => {
      await publicPanel(workspace, 'region');
      const asked = { organisation: 'medway' };
      expect(severalPanelsSentence(workspace, 'medway')).toBeNull();
      await publicPanel(workspace, 'country');
      await expect(benchmark(workspace, asked)).rejects.toMatchObject({
        code: 'BAD_VALUE',
        detail: { allowed: 'country, region' },
      });
      expect(await objectivePeers(workspace, 'medway', 1)).toBeNull();
      expect(severalPanelsSentence(workspace, 'medway')).toContain('several panels fit (country, region)');
      usePanel(workspace, 'country');
      usePanel(workspace, 'region');
      expect(severalPanelsSentence(workspace, 'medway')).toBeNull();
      const taken = await benchmark(workspace, asked);
      expect([taken.panel.id, taken.otherPanels]).toEqual(['region', [{ id: 'country', name: 'country' }]]);
      expect(await benchmark(workspace, { ...asked, panel: 'country' })).toMatchObject({
        panel: { id: 'country' },
      });
      expect(await objectivePeers(workspace, 'medway', 1)).toMatchObject({ panel: 'region' });
      expect(() => usePanel(workspace, 'other')).toThrow('No such panel');
      writeFileSync(join(workspace.folder, 'panels/usual.json'), '{');
      await expect(benchmark(workspace, asked)).rejects.toMatchObject({ code: 'BAD_VALUE' });
    }, example);
  });

  test('that was changed since it was chosen is looked at as it is now', async () => {
    await withWorkspace(async (workspace) => {
      await publicPanel(workspace, 'region');
      const medway = workspace.records.organisation('medway');
      const chosen = choosePanel(workspace, medway, null);
      const file = join(workspace.folder, 'more.csv');
      writeFileSync(file, csv(row({ organisation: 'P1' })));
      await addPanelFiles(workspace, { id: 'region', files: [file], access: 'public' });
      const seen = await withPanelView(workspace, chosen, medway, async (view) => ({
        version: view.panel.version,
        release: await view.distribution('all', '2023', 1),
      }));
      expect(seen.version).toBe(choosePanel(workspace, medway, null).version);
      expect(seen.version).not.toBe(chosen.version);
      expect(seen.release).toMatchObject({ give: 'counts', n: 13 });
    }, example);
  });

  test('is asked for by name where there are several, and none is a problem that says how to get one', async () => {
    await withWorkspace(async (workspace) => {
      await expect(benchmark(workspace, { organisation: 'medway' })).rejects.toMatchObject({
        code: 'UNKNOWN_PANEL',
        detail: { repair: expect.stringContaining('headroom panel add FILE --panel ID') },
      });
      await publicPanel(workspace, 'one');
      await publicPanel(workspace, 'two');
      await expect(benchmark(workspace, { organisation: 'medway' })).rejects.toMatchObject({
        code: 'BAD_VALUE',
        detail: { allowed: 'one, two' },
      });
      const { panel } = await benchmark(workspace, { organisation: 'medway', panel: 'two' });
      expect(panel.id).toBe('two');
    }, example);
  });
});

describe('an organisation of the name of one in a confidential panel', () => {
  const objectives = Array.from({ length: 12 }, (_, index) => index + 1);

  /** Fourteen others, and Medway as its records of 2023 are, but for what a test changes. */
  async function panelWith(
    workspace: Workspace,
    change: Readonly<Record<string, string>>,
    of: readonly number[] = objectives,
    access: 'confidential' | 'public' = 'confidential',
  ): Promise<BenchmarkReport> {
    const own = workspace.records.assessment('medway', '2023');
    const others = Array.from({ length: 14 }, (_, index) =>
      objectives.map((objective) =>
        row({ organisation: `O${index}`, objective: String(objective), score: String(2 + (index % 3)) }),
      ),
    ).flat();
    const mine = of.map((objective) => {
      const held = rowOf(own, objective);
      const same = {
        state: held?.state ?? 'not-scored',
        score: held?.state === 'scored' ? held.score.label : '',
      };
      return row({
        organisation: workspace.records.organisation('medway').name,
        objective: String(objective),
        ...same,
        ...(objective === of[0] ? change : {}),
      });
    });
    const file = join(workspace.folder, 'panel.csv');
    writeFileSync(file, csv(...others, ...mine));
    const added = await addPanelFiles(workspace, { id: 'shared', files: [file], access });
    expect(added.findings).toEqual([]);
    return benchmark(workspace, { organisation: 'medway', period: '2023' });
  }
  const othersOf = ({ comparison }: BenchmarkReport) =>
    comparison.objectives.flatMap(({ others }) => (others.give === 'nothing' ? [] : [others.n]));

  test('is that one where its returns are those of the panel', async () => {
    await withWorkspace(async (workspace) => {
      const report = await panelWith(workspace, {});
      expect(report.own).toEqual({ from: 'records', inPanel: true, differing: [] });
      expect(report.left.join(' ')).toContain('its own rows are taken away');
      expect(Math.max(...othersOf(report))).toBe(14);
    }, example);
  });

  test.each([
    { state: 'scored', score: '1' },
    { state: 'not-applicable', score: '' },
  ])(
    'is another where one row is $state $score there, and no row of the panel is printed',
    async (change) => {
      await withWorkspace(async (workspace) => {
        const report = await panelWith(workspace, change);
        expect(report.own).toEqual({ from: 'records', inPanel: false, differing: [] });
        expect(report.left.join(' ')).toContain('its rows and the records here are not the same');
        expect(report.groups.map(({ kind }) => kind)).not.toContain('nearest');
        expect(Math.max(...othersOf(report))).toBe(15);
      }, example);
    },
  );

  test('is another where only a few rows are in both, which could be guessed', async () => {
    await withWorkspace(async (workspace) => {
      const report = await panelWith(workspace, {}, objectives.slice(0, 3));
      expect(report.own.inPanel).toBe(false);
      expect(report.left.join(' ')).toContain('too few scores are in both');
    }, example);
  });

  test('is another where no period is in both: its scores are not taken from the panel', async () => {
    await withWorkspace(async (workspace) => {
      const file = join(workspace.folder, 'panel.csv');
      const name = workspace.records.organisation('medway').name;
      const names = [name, ...Array.from({ length: 14 }, (_, index) => `O${index}`)];
      writeFileSync(
        file,
        csv(
          ...names.flatMap((organisation, index) =>
            objectives.map((objective) =>
              row({
                organisation,
                period: '2019',
                objective: String(objective),
                score: String(2 + (index % 3)),
              }),
            ),
          ),
        ),
      );
      await addPanelFiles(workspace, { id: 'shared', files: [file] });
      const report = await benchmark(workspace, { organisation: 'medway', period: '2019' });
      expect(report.own).toEqual({ from: 'nowhere', inPanel: false, differing: [] });
      expect(report.comparison.objectives.every(({ own }) => own.score === null)).toBe(true);
      expect(report.left.join(' ')).toContain('no period is scored in both');
    }, example);
  });

  test('is that one in a public panel, which says where its rows are others', async () => {
    await withWorkspace(async (workspace) => {
      const { own } = await panelWith(workspace, { state: 'scored', score: '1' }, objectives, 'public');
      expect(own).toMatchObject({ inPanel: true, differing: [{ objective: 1, panel: '1' }] });
    }, example);
  });
});
