import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPack } from '../../pack/load.ts';
import type { Pack } from '../../pack/pack.ts';
import { readingSpeed } from '../../speed/reading-speed.ts';
import { sqlRounds, sqlSpeed } from '../../speed/sql-speed.ts';
import { unlockSpeed } from '../../speed/unlock-speed.ts';
import { ways } from '../../speed/ways.ts';
import { workedAssessment } from '../../speed/worked-assessment.ts';
import { rulePacks } from './rule-packs.ts';
import type { RulesBench } from './rules-bench.ts';

/** What is measured. */
export interface BenchRequest {
  /** How many organisations are drawn, each with every objective; 1 at least. */
  readonly organisations: number;
  /** Measures a million cases too. */
  readonly large: boolean;
  /** How many comments are read. */
  readonly comments: number;
  /** Told what is done next. */
  readonly tell: (text: string) => void;
}

type PackBench = RulesBench['packs'][number];

/** Less than so many milliseconds for what would rise, and at least so many comments a second. */
const [unlockAim, readingAim] = [200, 10_000] as const;

const method = [
  'Cases are drawn, the same each time: any score; one comment in four raises a signal, a quarter of these hedged; a circumstance is known of one organisation in two.',
  'Each way begins from facts in memory, or from Parquet where it says so, and keeps ceiling, control, potential, target rule and target of every case. Before anything is timed, the answers of all ways are compared.',
  'Engines are made once and reused, and nothing of Headroom stands around them but what makes a ceiling and a target of the rules that hold. json-rules-engine works on one processor, DuckDB on all.',
  `The ways take turns, round by round, and the median counts: of ${sqlRounds.engines} rounds with engines, of ${sqlRounds.sql} with SQL, of ${sqlRounds.million} with a million cases. One engine with all rules answers ${sqlRounds.mostNaiveCases} cases at most.`,
  'What would rise and reading: the comments of the worked cases; for reading each time with words that were not read before. The median of 3 rounds.',
  'SQL written by hand is compared by npm run bench -- sql in the source, and ten million cases by npm run bench -- sql-large.',
] as const;

/**
 * How fast the rules of a pack are answered, beside json-rules-engine alone, in one run; of every pack where none is
 * named.
 * @throws Error where two ways give different answers
 * @throws Problem UNKNOWN_FRAMEWORK, PACK_BROKEN, DUCKDB_MISSING
 */
export async function benchRules(named: string | undefined, request: BenchRequest): Promise<RulesBench> {
  const packs: PackBench[] = [];
  for (const { pack: name, folder } of rulePacks(named)) {
    const pack = loadPack(folder);
    const tell = (text: string) => request.tell(`${name}: ${text}`);
    packs.push(await benchPack(name, pack, { ...request, tell }));
  }
  return {
    schema: 1,
    machine: {
      node: process.versions.node,
      processors: cpus().length,
      processor: cpus()[0]?.model.trim() ?? 'unknown',
    },
    method,
    packs,
  };
}

async function benchPack(
  name: string,
  pack: Pack,
  { organisations, large, comments, tell }: BenchRequest,
): Promise<PackBench> {
  const answering = await inFolder((folder) => sqlSpeed(pack, { folder, organisations, large, tell }));
  const baseline = answering.find(({ way }) => way === 'engine-per-objective')?.perSecond ?? Number.NaN;
  tell('Working out what would rise');
  const input = workedAssessment(pack);
  const unlock = input === null ? null : await unlockSpeed(pack, input);
  tell('Reading comments');
  const reading = await readingSpeed(pack, comments);
  return {
    pack: name,
    sha256: pack.sha256,
    organisations,
    objectives: pack.framework.objectives.length,
    cases: organisations * pack.framework.objectives.length,
    rules: { ceilings: pack.ceilings.length, targets: pack.targets.length },
    answering: answering.map(({ way, cases, median, perSecond }) => ({
      way,
      cases,
      milliseconds: median,
      perSecond,
      timesBaseline: perSecond / baseline,
      aim: ways[way].aim,
    })),
    unlock:
      unlock === null
        ? null
        : {
            objectives: unlock.objectives,
            capped: unlock.capped,
            liftable: unlock.liftable,
            circumstances: unlock.circumstances,
            sets: unlock.sets,
            milliseconds: unlock.unlock.median,
            wholeAdviceMilliseconds: unlock.wholeAdvice.median,
            aim: unlockAim,
          },
    reading:
      reading === null
        ? null
        : {
            comments: reading.comments,
            characters: reading.characters,
            milliseconds: reading.times.median,
            perSecond: reading.perSecond,
            aim: readingAim,
          },
  };
}

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
