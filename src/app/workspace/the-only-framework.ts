import { Problem } from '../../kernel/problem.ts';

/** The one framework that there is. @throws Problem UNKNOWN_FRAMEWORK where there are several, or none */
export function theOnlyFramework(frameworks: readonly string[]): string {
  const [only, second] = frameworks;
  if (only !== undefined && second === undefined) return only;
  throw new Problem('UNKNOWN_FRAMEWORK', {
    seen: 'none named',
    allowed: frameworks.join(', ') || 'none yet',
    repair: 'Name one of these.',
  });
}
