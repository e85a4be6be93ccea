import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import type { Level } from '../model/framework.ts';
import { parseScore } from '../model/score.ts';
import { shortened } from './short-words.ts';
import type { Place } from './unknown-names.ts';

/** The diagnostic for a score that the framework does not have; empty for one that it has. */
export function scoreFault(at: Place, score: string, levels: readonly Level[]): readonly Diagnostic[] {
  if (parseScore(score, levels) !== null) return [];
  const numbers = levels.map(({ level }) => level);
  return [
    diagnose('pack/case-score', {
      ...at,
      seen: `"${shortened(score)}"`,
      allowed: `one of ${numbers.join(', ')}, or two that follow each other, as "${numbers[0]}/${numbers[1]}"`,
      repair: 'Write a score of the framework.',
    }),
  ];
}
