import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { Problem } from '../kernel/problem.ts';
import { usualBenchmarkRules } from '../model/benchmark-rules.ts';
import { noChallengeRules } from '../model/challenge-rules.ts';
import { noFollowUpRules } from '../model/follow-up-rules.ts';
import { noPlanningRules } from '../model/planning-rules.ts';
import { packFiles } from './files.ts';
import { folderReader, type Origin } from './folder-reader.ts';
import type { PackContent } from './pack.ts';

/** A pack's files as far as they can be read. */
export interface PackReading {
  /** Null where a file is missing or does not have its form. */
  readonly content: PackContent | null;
  /** For each criterion and case of the content, in order, where it stands. */
  readonly origins: { readonly criteria: readonly Origin[]; readonly cases: readonly Origin[] };
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** What was thrown for files that cannot be read at all; the diagnostics have them too. */
  readonly problems: readonly Problem[];
}

/** Reads the files in a pack's folder, each against its schema; collects what is wrong. */
export function readPack(folder: string): PackReading {
  const reader = folderReader(folder);
  const { read, optional, gathered } = reader;
  const framework = read('framework.json', packFiles.framework);
  const reading = read('reading.json', packFiles.reading);
  const criteria = gathered('criteria', packFiles.criteria);
  const cases = gathered('cases', packFiles.cases);
  const rest = {
    causes: read('causes.json', packFiles.causes) ?? [],
    factors: read('factors.json', packFiles.factors) ?? [],
    ceilings: read('ceilings.json', packFiles.ceilings) ?? [],
    targets: read('targets.json', packFiles.targets) ?? [],
    links: read('links.json', packFiles.links) ?? [],
    followUp: optional('follow-up.json', packFiles.followUp) ?? noFollowUpRules,
    challenges: optional('challenges.json', packFiles.challenges) ?? noChallengeRules,
    planning: optional('planning.json', packFiles.planning) ?? noPlanningRules,
    benchmark: optional('benchmark.json', packFiles.benchmark) ?? usualBenchmarkRules,
    criteria: criteria.items,
    cases: cases.items,
  };
  const diagnostics = reader.diagnostics();
  const whole = diagnostics.length === 0;
  const content =
    whole && framework !== undefined && reading !== undefined ? { framework, reading, ...rest } : null;
  return {
    content,
    origins: { criteria: criteria.origins, cases: cases.origins },
    texts: reader.texts,
    diagnostics,
    problems: reader.problems,
  };
}
