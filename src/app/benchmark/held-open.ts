import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from '../../benchmark/disclosure/once.ts';
import { isSamePanel } from '../../benchmark/panel/is-same-panel.ts';
import { type OpenPanel, openPanel } from '../../benchmark/panel/open-panel.ts';
import { panelFolder } from '../../benchmark/panel/panel-folder.ts';
import { panelReplaced } from '../../benchmark/panel/panel-replaced.ts';
import { registerFiles, registerFolder } from '../../benchmark/register/register-files.ts';
import { sha256 } from '../../kernel/canonical.ts';
import type { Panel } from '../../model/panel.ts';
import type { Pack } from '../../pack/pack.ts';
import { panelsFolder } from '../panel/panel-house.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** A panel that stays open for the next who asks. */
export interface HeldOpen {
  /** Changes with the panel's rows, the register, the rules and the code that decides. */
  readonly stamp: string;
  /** The open panel, which is opened when it is first asked for. @throws Problem those of `openPanel` */
  readonly open: () => Promise<OpenPanel>;
}

interface Held extends HeldOpen {
  users: number;
  letGo: boolean;
  readonly close: () => void;
}

const held = new WeakMap<Workspace, Map<string, Held>>();

/**
 * Works on a panel that is held open while the workspace is, and opened anew when its rows or the register changed; what
 * was open before is closed when nobody works on it any more.
 */
export async function whileHeld<T>(
  workspace: Workspace,
  panel: Panel,
  work: (at: HeldOpen) => Promise<T>,
): Promise<T> {
  const at = heldPanel(workspace, panel);
  at.users += 1;
  try {
    return await work(at);
  } finally {
    at.users -= 1;
    if (at.letGo && at.users === 0) at.close();
  }
}

function heldPanel(workspace: Workspace, panel: Panel): Held {
  const mine = held.get(workspace) ?? new Map<string, Held>();
  if (!held.has(workspace)) {
    held.set(workspace, mine);
    workspace.whenClosed(() => {
      for (const each of mine.values()) each.close();
      mine.clear();
    });
  }
  const pack = workspace.pack(panel.framework);
  const stamp = stampOf(workspace, panel, pack);
  const known = mine.get(panel.id);
  if (known?.stamp === stamp) return known;
  if (known !== undefined) {
    known.letGo = true;
    if (known.users === 0) known.close();
  }
  const made = hold(workspace, panel, { stamp, levels: pack.framework.levels.map(({ level }) => level) });
  mine.set(panel.id, made);
  return made;
}

function hold(
  workspace: Workspace,
  panel: Panel,
  { stamp, levels }: { readonly stamp: string; readonly levels: readonly number[] },
): Held {
  let opened: OpenPanel | null = null;
  let closed = false;
  const opening = once(async (id: string) => {
    const open = await openPanel(panelFolder(panelsFolder(workspace), id), {
      register: registerFolder(workspace.folder),
      levels,
    });
    if (!isSamePanel(open.panel, panel)) {
      open.close();
      throw panelReplaced(id);
    }
    if (closed) open.close();
    opened = open;
    return open;
  });
  return {
    stamp,
    open: () => opening(panel.id),
    users: 0,
    letGo: false,
    close: () => {
      closed = true;
      opened?.close();
      opened = null;
    },
  };
}

function stampOf({ folder }: Workspace, { version, access }: Panel, rules: Pick<Pack, 'sha256'>): string {
  const register = join(registerFolder(folder), registerFiles.register);
  const known = existsSync(register) ? readFileSync(register, 'utf8') : '';
  return sha256(JSON.stringify([version, access, known, rules.sha256, codeStamp()]));
}

let stamped: string | null = null;

function codeStamp(): string {
  const path = fileURLToPath(new URL('../../benchmark', import.meta.url));
  stamped ??= readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(path, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
  return stamped;
}
