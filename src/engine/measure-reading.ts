import { canonicalJson } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import { type Ceiling, scoredAdvice } from '../model/advice.ts';
import type { ReadComment } from '../model/comment-set.ts';
import { topLevel } from '../model/framework.ts';
import type { Pack } from '../pack/pack.ts';
import type { Evaluator } from './evaluate.ts';
import { appliesTo } from './facts.ts';
import { inputOfCase } from './run-cases.ts';

/** What the rules read in one comment, beside what a careful reader takes from it. */
export interface CommentMeasured {
  readonly id: string;
  /** Reasons, each a cause with its strength: read and meant, meant only, read only. */
  readonly found: readonly ReasonRead[];
  readonly missed: readonly ReasonRead[];
  readonly wrong: readonly ReasonRead[];
  /** Whether the ceiling is the one that the meant reasons put, and whether one is put where none is meant. */
  readonly ceilingRight: boolean;
  readonly cappedWrongly: boolean;
  /** Whether no stated reason is meant. */
  readonly meantOpen: boolean;
  readonly decisionRight: boolean;
  readonly stanceRight: boolean;
}

/** A reason: a cause with its strength, the level that it puts, and its words. */
export interface ReasonRead {
  readonly cause: string;
  readonly strength: 'stated' | 'hedged';
  readonly level: number;
  /** Whether the level is the one that is meant; null for a reason that is only meant or only read. */
  readonly levelRight: boolean | null;
  readonly quote: string;
}

/**
 * What the rules read in comments, each taken as the only row of an assessment, of an objective that the rubric itself
 * does not cap (the first, if it caps them all): what the rubric's own words put is not counted.
 * @param evaluate the evaluator of that pack
 * @throws Problem PACK_BROKEN for a score that the framework does not have
 */
export async function measureReading(
  pack: Pack,
  evaluate: Evaluator,
  comments: readonly ReadComment[],
): Promise<readonly CommentMeasured[]> {
  const objective = uncapped(pack);
  const measured: CommentMeasured[] = [];
  for (const comment of comments) measured.push(await measure(comment, objective, pack, evaluate));
  return measured;
}

async function measure(
  { id, score, text, expected }: ReadComment,
  objective: number,
  pack: Pack,
  evaluate: Evaluator,
): Promise<CommentMeasured> {
  const given = { objective, score, comment: text };
  const { advice, readings } = await evaluate(inputOfCase({ id, given }, pack));
  const [advised] = scoredAdvice(advice);
  const decided = readings.some(({ decision }) => decision !== null);
  if (advised === undefined)
    throw new Problem('INTERNAL', {
      place: `comment ${id}`,
      seen: 'no advice',
      repair: 'Please report this.',
    });

  const meant = byReason(expected.causes);
  const read = byReason(readFrom(advised.ceiling));
  const top = topLevel(pack.framework);
  const ceilingOf = (reasons: readonly { strength: string; level: number }[]) =>
    Math.max(
      advised.score.achieved,
      Math.min(top, ...reasons.filter(({ strength }) => strength === 'stated').map(({ level }) => level)),
    );
  const [ceilingMeant, ceilingRead] = [ceilingOf([...meant.values()]), ceilingOf([...read.values()])];
  const meantOpen = ![...meant.values()].some(({ strength }) => strength === 'stated');
  return {
    id,
    found: [...meant].flatMap(([key, reason]) => {
      const seen = read.get(key);
      return seen === undefined ? [] : [{ ...seen, levelRight: seen.level === reason.level }];
    }),
    missed: [...meant].filter(([key]) => !read.has(key)).map(([, reason]) => reason),
    wrong: [...read].filter(([key]) => !meant.has(key)).map(([, reason]) => reason),
    ceilingRight: ceilingRead === ceilingMeant,
    cappedWrongly: meantOpen && ceilingRead < ceilingMeant,
    meantOpen,
    decisionRight: (decided ? 'hold' : 'none') === expected.decision,
    stanceRight: advised.target.stance === expected.stance,
  };
}

function readFrom({ causes }: Ceiling): readonly Omit<ReasonRead, 'levelRight'>[] {
  return causes
    .filter(({ basis }) => basis === 'comment')
    .map(({ cause, strength, level, evidence }) => ({
      cause,
      strength,
      level,
      quote: evidence[0]?.quote ?? '',
    }));
}

/** Reasons by cause and strength; of two of one kind, the first. */
function byReason(reasons: readonly Omit<ReasonRead, 'levelRight'>[]): ReadonlyMap<string, ReasonRead> {
  return new Map(
    reasons.toReversed().map(({ cause, strength, level, quote }) => {
      const reason = { cause, strength, level, levelRight: null, quote };
      return [canonicalJson([cause, strength]), reason];
    }),
  );
}

function uncapped({ framework, ceilings }: Pack): number {
  const free = framework.objectives.find(
    (objective) => !ceilings.some((rule) => rule.basis !== 'comment' && appliesTo(rule, objective)),
  );
  return (free ?? framework.objectives[0])?.number ?? 1;
}
