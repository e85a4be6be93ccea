import { Problem } from '../../kernel/problem.ts';

/** That a panel became another one while it was read. */
export function panelReplaced(id: string): Problem {
  return new Problem('WORKSPACE_BUSY', {
    place: `the panel ${id}`,
    seen: 'a panel that changed while it was read',
    repair: 'Wait until nothing is added to it, and try again.',
  });
}
