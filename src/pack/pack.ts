import type { BenchmarkRules } from '../model/benchmark-rules.ts';
import type { Cause } from '../model/cause.ts';
import type { CeilingRule } from '../model/ceiling-rule.ts';
import type { ChallengeRules } from '../model/challenge-rules.ts';
import type { Criterion } from '../model/criterion.ts';
import type { Factor } from '../model/factor.ts';
import type { FollowUpRules } from '../model/follow-up-rules.ts';
import type { Framework } from '../model/framework.ts';
import type { Link } from '../model/link.ts';
import type { PackCase } from '../model/pack-case.ts';
import type { PhraseStep } from '../model/phrase.ts';
import type { PlanningRules } from '../model/planning-rules.ts';
import type { ReadingFile } from '../model/reading-rules.ts';
import type { TargetRule } from '../model/target-rule.ts';

/** What the files of a pack say, as written. */
export interface PackContent {
  readonly framework: Framework;
  readonly causes: readonly Cause[];
  readonly factors: readonly Factor[];
  readonly reading: ReadingFile;
  readonly ceilings: readonly CeilingRule[];
  readonly targets: readonly TargetRule[];
  readonly links: readonly Link[];
  readonly followUp: FollowUpRules;
  readonly challenges: ChallengeRules;
  readonly planning: PlanningRules;
  readonly benchmark: BenchmarkRules;
  readonly criteria: readonly Criterion[];
  readonly cases: readonly PackCase[];
}

/** A checked, frozen pack: all that Headroom knows about one field. */
export interface Pack extends PackContent {
  readonly id: string;
  readonly version: string;
  /** Of the canonical content of all its files but the cases. */
  readonly sha256: string;
  /** The phrases of `reading.json`, `follow-up.json` and `challenges.json`, parsed; their names are distinct. */
  readonly phrases: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>;
}

/** Words that are exactly those of the rubric: a held criterion or a section's principle at a level; null if none is held. */
export function rubricText(
  content: PackContent,
  at:
    | { readonly objective: number; readonly level: number }
    | { readonly section: string; readonly level: number },
): string | null {
  if ('objective' in at) {
    return (
      content.criteria.find(({ objective, level }) => objective === at.objective && level === at.level)
        ?.text ?? null
    );
  }
  const section = content.framework.sections.find(({ id }) => id === at.section);
  return section?.principles.find(({ level }) => level === at.level)?.text ?? null;
}
