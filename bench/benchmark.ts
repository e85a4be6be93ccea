import { join } from 'node:path';
import { benchmark } from '../src/app/benchmark/benchmark.ts';
import { generatePanel } from '../src/app/invent/generate-panel.ts';
import type { Workspace } from '../src/app/workspace/workspace.ts';
import { objectives } from '../src/benchmark/counts/objectives.ts';
import { organisations } from '../src/benchmark/counts/organisations.ts';
import { ownAnswers } from '../src/benchmark/counts/own-answers.ts';
import { placeCounts } from '../src/benchmark/counts/place-counts.ts';
import { releasesFor } from '../src/benchmark/disclosure/releases-for.ts';
import { compare } from '../src/benchmark/figures/compare.ts';
import { scoreOf } from '../src/benchmark/figures/place-table.ts';
import { openPanel } from '../src/benchmark/panel/open-panel.ts';
import { panelFolder } from '../src/benchmark/panel/panel-folder.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { line } from './times.ts';

const invention = { organisations: 320, periods: 10, seed: 7, panel: 'country', by: 'bench' };

/** One organisation beside its peers in a confidential panel of a country: the first answer, a warm one, and its parts. */
export async function benchBenchmark(workspace: Workspace): Promise<readonly string[]> {
  const inventing = performance.now();
  const { panel, example } = await generatePanel(workspace, invention);
  const invented = performance.now() - inventing;
  const request = { organisation: example.id, panel: panel.id };
  const folder = panelFolder(join(workspace.folder, 'panels'), panel.id);
  const pack = workspace.pack(panel.framework);
  const levels = pack.framework.levels.map(({ level }) => level);
  const open = await openPanel(folder, { register: null, levels });
  const { framework, benchmark: rules } = pack;
  const period = panel.periods.at(-1) ?? '';
  const given = await releasesFor(open, example.id);
  const answers = await gather();
  const begun = performance.now();
  await benchmark(workspace, request);
  const first = performance.now() - begun;
  const group = { kind: 'all', name: 'all organisations' } as const;
  const times = await sideBySide(
    [
      { name: 'whole', work: () => benchmark(workspace, request) },
      { name: 'loading', work: async () => (await openPanel(folder, { register: null, levels })).close() },
      {
        name: 'counting',
        work: async () => {
          await organisations(open);
          await objectives(open);
          await ownAnswers(open, example.id);
          await placeCounts(open, { kind: 'all' });
        },
      },
      { name: 'disclosure', work: gather },
      { name: 'figures', work: () => compare({ framework, rules, group, period, answers }) },
    ],
    { rounds: 9, unmeasured: 3 },
  );
  open.close();
  const whole = times.get('whole');
  return [
    `One organisation beside its peers: ${panel.rows.toLocaleString('en-GB')} rows of ${panel.organisations} organisations over ${panel.periods.length} periods, confidential`,
    `  ${'inventing it, and what of it may be told'.padEnd(44)} ${invented.toFixed(1).padStart(8)} ms, once for a version of the panel`,
    `  ${'the first report of an organisation'.padEnd(44)} ${first.toFixed(1).padStart(8)} ms`,
    line('the whole report, warm', whole),
    `  ${'aim: under 150 ms'.padEnd(44)} ${whole !== undefined && whole.median < 150 ? 'met' : 'not met here'}`,
    '  Parts of one period and group, each by itself:',
    line('loading: the panel into tables', times.get('loading')),
    line('counting: raw counts', times.get('counting')),
    line('disclosure: what was decided', times.get('disclosure')),
    line('figures: shares, quartiles, words', times.get('figures')),
  ];

  async function gather() {
    return Promise.all(
      framework.objectives.map(async ({ number: objective }) => {
        const inPanel = await given.own(period, objective);
        const own =
          inPanel === null
            ? { state: 'not-scored' as const, score: null }
            : { state: 'scored' as const, score: scoreOf(inPanel) };
        return { objective, inPanel, own, release: await given.distribution('all', period, objective) };
      }),
    );
  }
}
