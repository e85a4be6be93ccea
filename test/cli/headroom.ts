import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import type { Given, Start } from './command-thread.ts';

/** How long one command line may take, in milliseconds. */
const longest = 120_000;

/** What a run of the command line left behind. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program and the arguments that start the command line. */
export const program = [process.execPath, join(projectFolder, 'src/cli/main.ts')] as const;

/**
 * Runs the command line in a workspace; `NAME=value` before the command sets the environment, as a shell does.
 * It runs in a thread that stays, so that no program has to start for each answer.
 */
export function headroom(workspace: string, ...given: readonly string[]): Ran {
  thread ??= commandThread();
  return thread(asked(workspace, given));
}

/** The same in a program of its own, as a user's shell starts it. */
export function startedHeadroom(workspace: string, ...given: readonly string[]): Ran {
  const { args, env } = asked(workspace, given);
  const { status, stdout, stderr } = spawnSync(program[0], [program[1], ...args], {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env,
  });
  return { status, stdout, stderr };
}

function asked(workspace: string, given: readonly string[]): Given {
  const at = given.findIndex((each) => !/^[A-Z_]+=/.test(each));
  const settings = given.slice(0, at === -1 ? given.length : at).map((each) => each.split('='));
  const env = {
    PATH: process.env['PATH'] ?? '',
    HEADROOM_WORKSPACE: workspace,
    ...Object.fromEntries(settings),
  };
  return { args: given.slice(settings.length), env };
}

let thread: ((given: Given) => Ran) | null = null;

function commandThread(): (given: Given) => Ran {
  const { port1: port, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const workerData: Start = { port: port2, done };
  const worker = new Worker(join(import.meta.dirname, 'command-thread.ts'), {
    workerData,
    transferList: [port2],
    stdin: true,
  });
  worker.stdin?.end();
  worker.unref();
  port.unref();
  return (given) => {
    Atomics.store(done, 0, 0);
    port.postMessage(given);
    Atomics.wait(done, 0, 0, longest);
    const ran: Ran | undefined = receiveMessageOnPort(port)?.message;
    if (ran === undefined) throw new Error(`no answer to ${given.args.join(' ')}`);
    return ran;
  };
}

/** A new folder and how to take it away again. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
