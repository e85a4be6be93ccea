import fc from 'fast-check';
import { type Evaluation, evaluator } from '../../../src/engine/evaluate.ts';
import type { FactorSettings } from '../../../src/engine/facts.ts';
import type { Course, Obstacle, Reading } from '../../../src/model/reading.ts';
import { parseScore, type Score } from '../../../src/model/score.ts';
import { noViews } from '../../../src/model/views.ts';
import { signalsOf } from '../../../src/pack/facts.ts';
import type { Pack } from '../../../src/pack/pack.ts';

/** What stands in one row, and what its comment was read to say. */
export interface Drawn {
  readonly objective: number;
  readonly score: Score;
  readonly obstacles: readonly Obstacle[];
  readonly courses: readonly Course[];
  readonly decision: boolean;
}

const words = { period: '2031', quote: 'drawn', start: 0, end: 5 };
const moments = { until: null, reviewBy: null, waitsOn: null };

/** An obstacle of a signal. */
export function obstacle(signal: string, strength: Obstacle['strength'], level: number): Obstacle {
  return { rule: 'drawn', signal, strength, standing: 'read', level, words, ...moments };
}

/** A course. */
export function course(path: Course['path'], aimed: boolean): Course {
  return { rule: 'drawn', path, aimed, words, ...moments };
}

/** Every score that can be written in the framework. */
export function scoresOf({ framework }: Pack): readonly Score[] {
  return framework.levels.flatMap(({ level }) =>
    [`${level}`, `${level}/${level + 1}`].flatMap((written) => parseScore(written, framework.levels) ?? []),
  );
}

/**
 * Advice for organisations whose rows have any score, limit, course, decision and circumstance, by json-rules-engine;
 * each row at least as likely silent as not, several limits of one signal among them.
 * @param count how many rows at least; every organisation has a row for each objective
 */
export async function drawnEvaluations(
  pack: Pack,
  count: number,
  seed: number,
): Promise<readonly Evaluation[]> {
  const levels = pack.framework.levels.map(({ level }) => level);
  const anObstacle = fc
    .tuple(
      fc.constantFrom(...signalsOf(pack)),
      fc.constantFrom('stated', 'hedged'),
      fc.constantFrom(...levels),
    )
    .map(([signal, strength, level]) => obstacle(signal, strength, level));
  const aCourse = fc
    .tuple(fc.constantFrom('leads', 'explores', 'maintains'), fc.boolean())
    .map(([path, aimed]) => course(path, aimed));
  const aRow = (objective: number) =>
    fc.record({
      objective: fc.constant(objective),
      score: fc.constantFrom(...scoresOf(pack)),
      obstacles: fc.array(anObstacle, { maxLength: 4, size: 'max' }),
      courses: fc.array(aCourse, { maxLength: 2, size: 'max' }),
      decision: fc.boolean(),
    });
  const aState = fc.constantFrom('yes', 'no', 'unknown', 'claimed');
  const anOrganisation = fc.record({
    rows: fc.tuple(...pack.framework.objectives.map(({ number }) => aRow(number))),
    factors: fc.record(Object.fromEntries(pack.factors.map(({ id }) => [id, aState]))),
  });
  const numRuns = Math.ceil(count / pack.framework.objectives.length);
  const evaluations: Evaluation[] = [];
  for (const { rows, factors } of fc.sample(anOrganisation, { seed, numRuns }))
    evaluations.push(await evaluated(pack, rows, factors));
  return evaluations;
}

/** Advice for one organisation from rows whose comments were read to say what is given. */
export function evaluated(pack: Pack, rows: readonly Drawn[], factors: FactorSettings): Promise<Evaluation> {
  const read = new Map(rows.map((row) => [row.objective, readingOf(row)]));
  const evaluate = evaluatorOf(pack, read);
  const scored = rows.map(({ objective, score }) => ({
    objective,
    score,
    state: 'scored' as const,
    text: 'drawn',
  }));
  const assessment = { framework: pack.id, organisation: 'anywhere', period: '2031', rows: scored };
  return evaluate({ assessment, earlier: [], period: '2032', factors, corrections: [] });
}

const kept = new WeakMap<
  Pack,
  { read: ReadonlyMap<number, Reading>; evaluate: ReturnType<typeof evaluator> }
>();

/** An evaluator whose comments say what was drawn; kept for its engines. */
function evaluatorOf(pack: Pack, read: ReadonlyMap<number, Reading>): ReturnType<typeof evaluator> {
  const entry = kept.get(pack);
  if (entry !== undefined) {
    entry.read = read;
    return entry.evaluate;
  }
  const reader = ({ objective }: { readonly objective: number }): Reading => {
    const reading = kept.get(pack)?.read.get(objective);
    if (reading === undefined) throw new Error(`nothing drawn for ${objective}`);
    return reading;
  };
  const evaluate = evaluator(pack, { remember: () => reader });
  kept.set(pack, { read, evaluate });
  return evaluate;
}

function readingOf({ objective, score, obstacles, courses, decision }: Drawn): Reading {
  return {
    objective,
    period: '2031',
    score,
    text: 'drawn',
    views: noViews,
    obstacles,
    courses,
    decision: decision ? words : null,
  };
}
