import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isDecided } from '../../benchmark/disclosure/is-decided.ts';
import type { OpenPanel } from '../../benchmark/panel/open-panel.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { decideOpenPanel } from './decide-panels.ts';

const done = new WeakSet<OpenPanel>();
const answering = new WeakMap<Workspace, Beside>();

/** What is worked out beside a program that answers. */
interface Beside {
  /** The thread that decides a panel; null for none. Each takes much memory, so other panels wait for it. */
  thread: Worker | null;
  /** How often one was begun or ended. */
  changes: number;
}

/**
 * From now on, what may be told of a panel is worked out beside this program, in a thread, for a workspace whose program
 * answers others meanwhile: whoever asks too early is told to ask again.
 */
export function decideBeside(workspace: Workspace): void {
  const beside: Beside = { thread: null, changes: 0 };
  answering.set(workspace, beside);
  workspace.whenClosed(() => {
    void beside.thread?.terminate();
  });
}

/** How often deciding beside was begun or ended: answers that do without a panel meanwhile are others afterwards. */
export function decidingChanges(workspace: Workspace): number {
  return answering.get(workspace)?.changes ?? 0;
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
  const beside = answering.get(workspace);
  if (beside === undefined) {
    await decideOpenPanel(open, workspace.effects);
    done.add(open);
    return;
  }
  if (beside.thread === null) begin(workspace, beside, open);
  throw new Problem('PANEL_UNDECIDED', {
    place: `the panel ${id}`,
    seen: 'a panel that nobody looked at since it, or the list of organisations, was changed',
    repair: 'Ask again in a minute: it goes on meanwhile, and is done once for all.',
  });
}

function begin(workspace: Workspace, beside: Beside, open: OpenPanel): void {
  const { id, framework } = open.panel;
  const thread = new Worker(new URL(`./decide-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: { folder: workspace.folder, rules: workspace.packFolder(framework), panel: id },
  });
  beside.thread = thread;
  beside.changes += 1;
  thread.once('error', (thrown) => {
    workspace.effects.log(`What may be told of the panel ${id} could not be worked out beside: ${thrown}`);
  });
  thread.once('exit', () => {
    // It is kept now; where that could not be done, whoever asks next waits for it.
    done.add(open);
    beside.thread = null;
    beside.changes += 1;
  });
}
