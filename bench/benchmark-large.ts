import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { generatePanel } from '../src/app/invent/generate-panel.ts';
import type { Workspace } from '../src/app/workspace/workspace.ts';
import { panelFolder } from '../src/benchmark/panel/panel-folder.ts';

/** Organisations that score 59 objectives in ten periods make a million rows, and ten; a hundred where asked for. */
const sizes = [1_950, 19_500] as const;
const hundredMillion = 194_500;
const periods = 10;

/** What the process that counts tells of itself. */
interface Counted {
  readonly rows: number;
  readonly loading: number;
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly times: Readonly<Record<string, { readonly ours: number; readonly byHand: number }>>;
}

/**
 * Figures of a panel of a million score rows and of ten (a hundred with `--hundred-million`), taken as though it were
 * public, beside SQL written by hand over the same Parquet: each size in a process of its own for both in turn, and in
 * another for ours alone, whose memory is taken. The figures of both agree, or it stops.
 */
export async function benchBenchmarkLarge(
  workspace: Workspace,
  hundred: boolean,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const found: { readonly rows: number; readonly ours: number }[] = [];
  for (const organisations of hundred ? [...sizes, hundredMillion] : sizes) {
    const id = `of-${organisations}`;
    const request = { organisations, periods, seed: 7, panel: id, by: 'bench' };
    const { panel, example } = await generatePanel(workspace, request);
    const folder = panelFolder(join(workspace.folder, 'panels'), id);
    const run = (mode: string): Counted =>
      JSON.parse(
        execFileSync(process.execPath, [
          join(import.meta.dirname, 'benchmark-counts.ts'),
          folder,
          workspace.packFolder(panel.framework),
          example.id,
          mode,
        ]).toString(),
      );
    const [alone, both] = [run('ours'), run('both')];
    rmSync(folder, { recursive: true });
    lines.push(
      `  ${panel.rows.toLocaleString('en-GB')} score rows; opened in ${alone.loading.toFixed(0)} ms, at most ${alone.megabytes.toFixed(0)} MB (aim: under 2000)`,
      ...Object.entries(both.times).map(
        ([name, { ours, byHand }]) =>
          `    ${name.padEnd(34)} ${ours.toFixed(0).padStart(6)} ms, by hand ${byHand.toFixed(0).padStart(6)} ms  ${(ours / byHand).toFixed(2)} ×${name.startsWith('together') ? ' (aim: at most 1.2)' : ''}`,
      ),
    );
    found.push({ rows: panel.rows, ours: both.times['together, all organisations']?.ours ?? Number.NaN });
  }
  const growth = found.slice(1).map(({ rows, ours }, index) => {
    const { rows: fewer, ours: sooner } = found[index] ?? { rows: Number.NaN, ours: Number.NaN };
    return (ours / sooner / (rows / fewer)).toFixed(2);
  });
  return [
    'A panel beside SQL by hand over the same Parquet: spread and own position, moves and causes in every period; they agree',
    ...lines,
    `  time for each row, of each size to the one before: ${growth.join(', ')} (aim: at most 1)`,
  ];
}
