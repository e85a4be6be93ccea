import { Worker } from 'node:worker_threads';
import { isDecided } from '../../benchmark/disclosure/is-decided.ts';
import type { OpenPanel } from '../../benchmark/panel/open-panel.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { decideOpenPanel } from './decide-panels.ts';

const done = new WeakSet<OpenPanel>();
const answering = new WeakMap<Workspace, Map<string, Worker>>();

/**
 * From now on, what may be told of a panel is worked out beside this program, in a thread, for a workspace whose program
 * answers others meanwhile: whoever asks too early is told to ask again.
 */
export function decideBeside(workspace: Workspace): void {
  const threads = new Map<string, Worker>();
  answering.set(workspace, threads);
  workspace.whenClosed(() => {
    for (const thread of threads.values()) void thread.terminate();
  });
}

/**
 * Sees to it that what all viewers may be told of an open panel is decided before figures are asked for: here and now,
 * with how far it is, or beside this program where `decideBeside` says so.
 * @throws Problem PANEL_UNDECIDED while it is worked out beside
 */
export async function decidedFirst(workspace: Workspace, open: OpenPanel): Promise<void> {
  if (done.has(open)) return;
  if (await isDecided(open)) {
    done.add(open);
    return;
  }
  const { id } = open.panel;
  const threads = answering.get(workspace);
  if (threads === undefined) {
    await decideOpenPanel(open, workspace.effects);
    done.add(open);
    return;
  }
  if (!threads.has(id))
    threads.set(
      id,
      threadFor(workspace, open, () => threads.delete(id)),
    );
  throw new Problem('PANEL_UNDECIDED', {
    place: `the panel ${id}`,
    seen: 'a panel that nobody looked at since it, or the list of organisations, was changed',
    repair: 'Ask again in a minute: it goes on meanwhile, and is done once for all.',
  });
}

function threadFor(workspace: Workspace, open: OpenPanel, ended: () => void): Worker {
  const { id, framework } = open.panel;
  const file = `./decide-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`;
  const thread = new Worker(new URL(file, import.meta.url), {
    workerData: { folder: workspace.folder, rules: workspace.packFolder(framework), panel: id },
  });
  thread.once('error', (thrown) => {
    workspace.effects.log(`What may be told of the panel ${id} could not be worked out beside: ${thrown}`);
  });
  thread.once('exit', () => {
    // It is kept now; where that could not be done, whoever asks next waits for it.
    done.add(open);
    ended();
  });
  return thread;
}
