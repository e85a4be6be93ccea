import { testsOf } from '../../model/condition.ts';
import type { Objective } from '../../model/framework.ts';
import { parseScore, type Score } from '../../model/score.ts';
import { signalsOf } from '../../pack/facts.ts';
import type { Pack } from '../../pack/pack.ts';
import { appliesTo } from '../facts.ts';
import type { ProofCase, ProofLimit } from './proof-case.ts';

const paths = ['none', 'maintains', 'unaimed', 'leads', 'aimed'] as const;

/** Something that varies from case to case: each value changes a case; the first is the plainest. */
export interface ProofVariable {
  readonly fact: string;
  readonly values: readonly ((one: ProofCase) => ProofCase)[];
}

/** Cases that belong together: a case with nothing said and known, and all that varies. */
export interface ProofDomain {
  readonly plain: ProofCase;
  readonly variables: readonly ProofVariable[];
}

/**
 * The domain of an objective over the facts that its rules mention, where comments may give limits of some signals.
 * Levels of limits and all scores that can be written are in it; circumstances have all four states.
 * @param limits the signals that vary
 * @param always whether each of these is said in every case
 */
export function domainOf(
  pack: Pack,
  objective: Objective,
  limits: readonly string[],
  always: boolean,
): ProofDomain {
  const rules = pack.ceilings.filter((rule) =>
    rule.basis === 'comment' ? limits.includes(rule.signal) : appliesTo(rule, objective),
  );
  const tests = [...rules, ...pack.targets].flatMap(({ when }) => testsOf(when));
  const facts = new Set([...tests.map(({ fact }) => fact), ...rules.map(({ factor }) => `factor.${factor}`)]);
  const scores = scoresOf(pack);
  const [lowest] = scores;
  if (lowest === undefined) throw new Error('a framework without levels');
  const levels = pack.framework.levels.map(({ level }) => level).toSorted((a, b) => a - b);
  const limitsOf = (signal: string) =>
    readableFirst(['hedged', 'stated'] as const, strengthsRead(pack, signal)).flatMap((strength) =>
      levels.map((level) => ({ strength, level })),
    );
  const variables: readonly (ProofVariable | null)[] = [
    { fact: 'score', values: scores.map((score) => (one) => ({ ...one, score })) },
    !facts.has('decision')
      ? null
      : {
          fact: 'decision',
          values: (['none', 'hold'] as const).map((decision) => (one) => ({ ...one, decision })),
        },
    !facts.has('path')
      ? null
      : {
          fact: 'path',
          values: readableFirst(paths, pathsRead(pack)).map((path) => (one) => ({
            ...one,
            path,
          })),
        },
    ...pack.factors.map(({ id }) =>
      !facts.has(`factor.${id}`)
        ? null
        : {
            fact: `factor.${id}`,
            values: (['unknown', 'no', 'claimed', 'yes'] as const).map((state) => (one: ProofCase) => ({
              ...one,
              factors: { ...one.factors, [id]: state },
            })),
          },
    ),
    ...limits.map((signal) => ({
      fact: `said.${signal}`,
      values: [...(always ? [] : [null]), ...limitsOf(signal)].map(
        (limit) => (one: ProofCase) => withLimit(one, signal, limit),
      ),
    })),
  ];
  return {
    plain: { objective, score: lowest, decision: 'none', path: 'none', factors: {}, limits: {} },
    variables: variables.filter((variable) => variable !== null),
  };
}

/** All of a list, what reading rules can give before what they cannot: words are known for that. */
function readableFirst<Value extends string>(
  values: readonly Value[],
  readable: ReadonlySet<string>,
): readonly Value[] {
  return values.toSorted((a, b) => Number(readable.has(b)) - Number(readable.has(a)));
}

function strengthsRead({ reading }: Pack, signal: string): ReadonlySet<string> {
  return new Set(
    reading.rules.flatMap(({ reads }) =>
      reads.kind === 'obstacle' && reads.signal === signal ? [reads.strength] : [],
    ),
  );
}

function pathsRead({ reading }: Pack): ReadonlySet<string> {
  const read = reading.rules.flatMap(({ reads }) => (reads.kind === 'path' ? [reads.path] : []));
  return new Set(['none', ...read.flatMap((path) => (path === 'explores' ? ['unaimed', 'aimed'] : [path]))]);
}

/** A case with a limit of a signal, or without one. */
export function withLimit(one: ProofCase, signal: string, limit: ProofLimit | null): ProofCase {
  const { [signal]: _, ...others } = one.limits;
  return { ...one, limits: limit === null ? others : { ...others, [signal]: limit } };
}

/** How many cases a domain has. */
export function countOf({ variables }: ProofDomain): number {
  return variables.reduce((count, { values }) => count * values.length, 1);
}

/** The case in which each variable has the value of the given number. */
export function caseAt({ plain, variables }: ProofDomain, chosen: readonly number[]): ProofCase {
  return variables.reduce((one, { values }, index) => values[chosen[index] ?? 0]?.(one) ?? one, plain);
}

/** The signals that some ceiling rule is about. */
export function limitingSignals(pack: Pack): readonly string[] {
  return signalsOf(pack).filter((signal) =>
    pack.ceilings.some((rule) => rule.basis === 'comment' && rule.signal === signal),
  );
}

function scoresOf({ framework }: Pack): readonly Score[] {
  const levels = framework.levels.map(({ level }) => level).toSorted((a, b) => a - b);
  return levels.flatMap((level) =>
    [`${level}`, `${level}/${level + 1}`].flatMap((written) => parseScore(written, framework.levels) ?? []),
  );
}
