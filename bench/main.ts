import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { listOrganisations } from '../src/app/workspace/organisations.ts';
import { resolveView } from '../src/app/workspace/view-of.ts';
import { openWorkspace } from '../src/app/workspace/workspace.ts';
import { benchAdvice } from './advice.ts';
import { benchBenchmark } from './benchmark.ts';
import { benchBenchmarkLarge } from './benchmark-large.ts';
import { benchColdStart } from './cold-start.ts';
import { benchImport } from './import.ts';
import { benchPages } from './pages.ts';
import { benchPlanning } from './planning.ts';
import { benchReading } from './reading.ts';
import { benchServer } from './server.ts';
import { benchSql } from './sql.ts';
import { benchSqlLarge } from './sql-large.ts';
import { benchUnlock } from './unlock.ts';

/**
 * Runs the scenarios that are named, or all:
 * `node bench/main.ts [advice] [benchmark] [benchmark-large [--hundred-million]] [cold-start] [import] [pages] [planning] [reading] [server] [sql] [sql-large] [unlock]`.
 */
async function main(asked: readonly string[]): Promise<void> {
  const options = asked.filter((each) => each.startsWith('--'));
  const named = asked.filter((each) => !each.startsWith('--'));
  const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'));
  const workspace = await openWorkspace({ folder, effects: { now: () => new Date(), log: () => {} } });
  try {
    const [first] = listOrganisations(workspace);
    if (first === undefined) throw new Error('there is no example');
    const scenarios: Readonly<Record<string, () => Promise<readonly string[]>>> = {
      advice: () => benchAdvice(workspace, first.id),
      benchmark: () => benchBenchmark(workspace),
      'benchmark-large': () => benchBenchmarkLarge(workspace, options.includes('--hundred-million')),
      'cold-start': () => benchColdStart(folder, first.id),
      import: () => benchImport(workspace, first.id, folder),
      pages: () => benchPages(workspace, first.id),
      planning: () => benchPlanning(workspace, first.id),
      reading: () => benchReading(workspace, first.id),
      server: () => benchServer(workspace, first.id),
      sql: () => benchSql(resolveView(workspace, { organisation: first.id }).pack, folder),
      'sql-large': () => benchSqlLarge(resolveView(workspace, { organisation: first.id }).pack, folder),
      unlock: () => benchUnlock(workspace, first.id),
    };
    console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
    for (const [name, scenario] of Object.entries(scenarios)) {
      if (named.length > 0 && !named.includes(name)) continue;
      console.log(`${(await scenario()).join('\n')}\n`);
    }
  } finally {
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
