import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../src/app/workspace/project-folder.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { line } from './times.ts';

/** `advise ORG --json` as a whole process, from its start to its end, with what npm adds printed apart. */
export async function benchColdStart(workspace: string, organisation: string): Promise<readonly string[]> {
  const args = ['advise', organisation, '--json'];
  const run = (command: string, given: readonly string[]) => {
    const { status, stderr } = spawnSync(command, given, {
      cwd: projectFolder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HEADROOM_WORKSPACE: workspace },
    });
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr.toString()}`);
  };
  const forget = () => {
    for (const name of readdirSync(workspace))
      if (name.startsWith('readings-')) rmSync(join(workspace, name));
  };
  const schemas = 'await import("typebox"); await import("typebox/schema")';
  const times = await sideBySide(
    [
      { name: 'node', work: () => run(process.execPath, ['-e', '0']) },
      { name: 'schemas', work: () => run(process.execPath, ['--input-type=module', '-e', schemas]) },
      { name: 'advise', work: () => run(process.execPath, ['src/cli/main.ts', ...args]) },
      { name: 'npm', work: () => run('npm', ['run', '-s', 'headroom', '--', ...args]) },
    ],
    { rounds: 10, unmeasured: 2 },
  );
  const first = await sideBySide(
    [
      {
        name: 'advise',
        work: () => {
          forget();
          run(process.execPath, ['src/cli/main.ts', ...args]);
        },
      },
    ],
    { rounds: 5, unmeasured: 0 },
  );
  const [direct, byNpm] = [times.get('advise'), times.get('npm')];
  const share = direct === undefined || byNpm === undefined ? 0 : byNpm.median - direct.median;
  return [
    'Cold command line, as a whole process',
    line('node that does nothing', times.get('node')),
    line(`node src/cli/main.ts ${args.join(' ')}`, direct, {
      name: 'node that does nothing',
      times: times.get('node'),
    }),
    `  ${'aim: under 400 ms'.padEnd(44)} ${direct !== undefined && direct.median < 400 ? 'met' : 'not met here'}`,
    line('the same before any comment was read', first.get('advise'), { name: 'once read', times: direct }),
    line('of it, loading the library of schemas', times.get('schemas'), { name: 'all', times: direct }),
    line('the same by npm run', byNpm, { name: 'without npm', times: direct }),
    `  ${"npm's own share".padEnd(44)} ${share.toFixed(1).padStart(8)} ms`,
  ];
}
