import { Problem } from '../../kernel/problem.ts';

/** That there was no room to work in, where this is what was thrown; else what was thrown. */
export function noRoom(thrown: unknown, folder: string): unknown {
  if (
    !(thrown instanceof Error) ||
    !/ENOSPC|No space left|Out of Memory|max_temp_directory_size/.test(thrown.message)
  )
    return thrown;
  return new Problem(
    'FILE_UNWRITABLE',
    {
      file: folder,
      seen: 'no room left',
      allowed: 'about twice the size of the files',
      repair: 'Make room on the disk of the workspace, or use another; nothing was added.',
    },
    { cause: thrown },
  );
}
