import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { panelFolder } from './panel-folder.ts';

/**
 * Work that changes a panel, by one program at a time. What it leaves in the folder that it is given takes the place of
 * the panel if it answers that it shall; otherwise, and where it fails, the panel stays as it was.
 * @throws Problem WORKSPACE_BUSY while another program changes the same panel; those of `panelFolder`
 */
export async function replacePanel<T>(
  panels: string,
  id: string,
  work: (folders: {
    readonly beside: string;
    /** For files that are gone afterwards. */
    readonly scratch: string;
  }) => Promise<{ readonly answer: T; readonly replace: boolean }>,
): Promise<T> {
  const folder = panelFolder(panels, id);
  mkdirSync(panels, { recursive: true });
  const unlock = lock(panels, id);
  try {
    const { beside, scratch, before } = places(panels, id);
    recover(panels, id);
    for (const each of [beside, scratch]) {
      rmSync(each, { recursive: true, force: true });
      mkdirSync(each);
    }
    try {
      const { answer, replace } = await work({ beside, scratch });
      if (replace) {
        if (existsSync(folder)) renameSync(folder, before);
        renameSync(beside, folder);
        rmSync(before, { recursive: true, force: true });
      }
      return answer;
    } finally {
      for (const each of [beside, scratch]) rmSync(each, { recursive: true, force: true });
    }
  } finally {
    unlock();
  }
}

/** Takes a panel away. @throws Problem WORKSPACE_BUSY; those of `panelFolder` */
export function discardPanel(panels: string, id: string): void {
  const folder = panelFolder(panels, id);
  const unlock = lock(panels, id);
  try {
    recover(panels, id);
    const { before } = places(panels, id);
    renameSync(folder, before);
    // Without what it says of itself it is not taken for a panel that was being replaced.
    rmSync(join(before, 'panel.json'), { force: true });
    rmSync(before, { recursive: true, force: true });
  } finally {
    unlock();
  }
}

/** Puts a panel back that was being replaced when the program stopped. */
export function recoverPanel(panels: string, id: string): void {
  if (!existsSync(places(panels, id).before)) return;
  const unlock = lock(panels, id);
  try {
    recover(panels, id);
  } finally {
    unlock();
  }
}

function recover(panels: string, id: string): void {
  const { before } = places(panels, id);
  if (!existsSync(before)) return;
  if (!existsSync(join(panels, id)) && existsSync(join(before, 'panel.json')))
    renameSync(before, join(panels, id));
  else rmSync(before, { recursive: true, force: true });
}

function places(panels: string, id: string) {
  return {
    beside: join(panels, `.new-${id}`),
    scratch: join(panels, `.scratch-${id}`),
    before: join(panels, `.old-${id}`),
  };
}

function lock(panels: string, id: string): () => void {
  const file = join(panels, `.busy-${id}`);
  for (const last of [false, true]) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (cause) {
      if (!last && !isAlive(file)) {
        rmSync(file, { force: true });
        continue;
      }
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'))
        throw unwritable(panels, cause);
      throw new Problem(
        'WORKSPACE_BUSY',
        { place: `the panel ${id}`, repair: 'Wait until it has finished, and try again.' },
        { cause },
      );
    }
  }
  throw new Error('unreachable');
}

/** Whether the program that holds a lock still runs; one that cannot be asked does. */
function isAlive(file: string): boolean {
  try {
    const id = Number(readFileSync(file, 'utf8'));
    if (!Number.isInteger(id) || id <= 0) return false;
    process.kill(id, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function unwritable(folder: string, cause: unknown): Problem {
  const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const repair = 'Check that you may write in this folder, and that there is room.';
  return new Problem('FILE_UNWRITABLE', { file: folder, seen, repair }, { cause });
}
