import { Problem } from '../kernel/problem.ts';

const repairs: Readonly<Record<number, string>> = {
  8: 'Headroom must be able to write here: check the rights of the file and of its folder, or use another workspace.',
  10: 'The drive cannot be read or written: check it, and restore a backup if the file was damaged.',
  11: 'Stop all that uses the workspace, and restore a backup; the damaged file is kept beside it.',
  13: 'The drive is full: make room, and try again.',
  14: 'Headroom must be able to write here: check the rights of the file and of its folder, or use another workspace.',
  26: 'Give the folder of a Headroom workspace, or move the file away; a backup can be restored in its place.',
};

/** SQLite's primary result code of a thrown error; undefined for any other value. */
export function resultCode(thrown: unknown): number | undefined {
  return thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number'
    ? thrown.errcode & 0xff
    : undefined;
}

/**
 * What SQLite threw, as the user is told it: WORKSPACE_BUSY where another program holds the file, WORKSPACE_BROKEN where
 * the file or its place is at fault, else the error as it is, since the mistake is ours.
 */
export function sqliteProblem(thrown: unknown, file: string): unknown {
  const code = resultCode(thrown);
  if (code === undefined || !(thrown instanceof Error)) return thrown;
  if (code === 5 || code === 6)
    return new Problem(
      'WORKSPACE_BUSY',
      { file, repair: 'Wait until it has finished, and try again.' },
      { cause: thrown },
    );
  const repair = repairs[code];
  if (repair === undefined) return thrown;
  return new Problem('WORKSPACE_BROKEN', { file, seen: thrown.message, repair }, { cause: thrown });
}
