import { Problem } from '../kernel/problem.ts';
import { latestVersion } from './migrations.ts';

/** Why a workspace file cannot be used. */
export interface Fault {
  readonly verdict: 'missing' | 'older' | 'newer' | 'foreign' | 'damaged';
  readonly seen: string;
}

const repairs: Readonly<Record<Fault['verdict'], string>> = {
  missing: 'Check the folder, or let Headroom make a workspace there with `headroom init`.',
  older: 'Open it once where Headroom may write, so that it can be brought up to date.',
  newer: 'A newer Headroom wrote it: use that one, or a newer one still.',
  foreign: 'It is not a Headroom workspace: use another folder, or move the file away.',
  damaged: 'Stop all that uses the workspace, and restore a backup; the damaged file is kept beside it.',
};

/** The problem of a workspace file that cannot be used; the file was left as it is. */
export function broken(file: string, fault: Fault): Problem {
  return new Problem('WORKSPACE_BROKEN', {
    file,
    seen: fault.seen,
    ...(fault.verdict === 'newer' || fault.verdict === 'older'
      ? { allowed: `version ${latestVersion}` }
      : {}),
    repair: repairs[fault.verdict],
  });
}

/** The problem of a place where no workspace file can be read or made. */
export function unusablePlace(file: string, cause: unknown): Problem {
  const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const repair = 'Headroom must be able to write here: check the name and its rights, or use another folder.';
  return new Problem('WORKSPACE_BROKEN', { file, seen, repair }, { cause });
}
