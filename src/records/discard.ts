import { rmSync } from 'node:fs';

/** Removes a temporary file, and what SQLite kept beside it; one that cannot be removed stays, since it harms nothing. */
export function discard(temporary: string): void {
  for (const end of ['', '-journal', '-wal', '-shm'])
    try {
      rmSync(`${temporary}${end}`, { force: true });
    } catch {
      return;
    }
}
