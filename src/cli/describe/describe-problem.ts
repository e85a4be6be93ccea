import { type Problem, problemCatalogue } from '../../kernel/problem.ts';
import { wrap } from './wrap.ts';

/** A problem as the terminal shows it: what it is, where, what was seen, what is allowed, what to do. */
export function describeProblem({ code, detail, cause }: Problem, width: number): string {
  const { file, place, seen, allowed, repair } = detail;
  const parts = [
    `headroom: ${problemCatalogue[code].title} (${code}).`,
    ...[
      labelled('File', file),
      labelled('Place', place),
      labelled('Seen', seen),
      labelled('Allowed', allowed),
    ],
    repair,
  ];
  const text = parts.filter((part) => part !== null).flatMap((part) => wrap(part, width));
  const stack = code === 'INTERNAL' && cause instanceof Error ? [cause.stack ?? ''] : [];
  return [...text, ...stack].join('\n');
}

function labelled(label: string, value: string | undefined): string | null {
  return value === undefined || value === '' ? null : `${label}: ${value}`;
}
