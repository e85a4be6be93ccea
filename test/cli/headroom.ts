import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';

/** What a run of the command line left behind. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program and the arguments that start the command line. */
export const program = [process.execPath, join(projectFolder, 'src/cli/main.ts')] as const;

/** Runs the command line in a workspace; `NAME=value` before the command sets the environment, as a shell does. */
export function headroom(workspace: string, ...given: readonly string[]): Ran {
  const at = given.findIndex((each) => !/^[A-Z_]+=/.test(each));
  const settings = given.slice(0, at === -1 ? given.length : at).map((each) => each.split('='));
  const { status, stdout, stderr } = spawnSync(program[0], [program[1], ...given.slice(settings.length)], {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env['PATH'], HEADROOM_WORKSPACE: workspace, ...Object.fromEntries(settings) },
  });
  return { status, stdout, stderr };
}

/** A new folder and how to take it away again. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
