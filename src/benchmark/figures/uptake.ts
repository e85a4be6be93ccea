import type { BenchmarkRules } from '../../model/benchmark-rules.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Framework } from '../../model/framework.ts';
import type { Uptake } from '../../model/uptake.ts';
import type { OwnMove } from '../disclosure/releases.ts';
import type { UptakeRelease } from '../disclosure/uptake-release.ts';
import type { PeerGroup } from '../peer-group.ts';
import { estimatedShare } from './estimated-share.ts';

/** How the others moved on one objective. */
export interface ObjectiveMoves {
  readonly objective: number;
  readonly release: UptakeRelease;
  /** The viewer's own move, taken away; null where it is not among the counts. */
  readonly own: OwnMove | null;
}

/** What uptake is worked out from. */
export interface UptakeInput {
  readonly framework: Framework;
  readonly rules: BenchmarkRules;
  readonly group: PeerGroup;
  /** The two periods, one after the other. */
  readonly periods: Uptake['periods'];
  readonly moves: readonly ObjectiveMoves[];
}

/** Uptake from a level on an objective; null at the top level, and for what the framework does not have. */
export type UptakeOf = (objective: number, from: number) => Uptake | null;

interface Tally {
  readonly n: number;
  readonly reached: number;
}

/**
 * Of others who stood at a level, the share that was above it a period later: on the objective; where they are fewer
 * than the pack asks, pooled over the objectives of its section; else over all objectives. Which of the three is said,
 * and on how many of the objectives a move from the level is told where it is not on all. What is not given is in none of them. Carried scores and agreed standards are no movement: they are not counted.
 */
export function uptakeOf({ framework, rules, group, periods, moves }: UptakeInput): UptakeOf {
  const { fewest, typical, stretch, words } = rules.uptake;
  const levels = framework.levels.map(({ level }) => level);
  const tally = (objectives: readonly number[], from: number) => {
    const tallies = moves
      .filter(({ objective }) => objectives.includes(objective))
      .map((one) => tallyAt(one, from));
    const sum = (of: (one: Tally) => number) => tallies.reduce((all, one) => all + of(one), 0);
    // Moves of one organisation hang together: they count as those of as many as moved on one objective at least.
    const trials = Math.max(0, ...tallies.map(({ n }) => n));
    const told = tallies.filter(({ n }) => n > 0).length;
    return { n: sum(({ n }) => n), count: sum(({ reached }) => reached), trials, told };
  };
  return (objective, from) => {
    const section = framework.objectives.find(({ number }) => number === objective)?.section;
    const to = from + 1;
    if (section === undefined || !levels.includes(from) || !levels.includes(to)) return null;
    const found = { objective, from, to, periods, group: group.name };
    const inSection = framework.objectives.filter((each) => each.section === section);
    const tried = [
      { basis: 'objective', of: [objective], all: '', some: '' },
      {
        basis: 'section',
        of: inSection.map(({ number }) => number),
        all: 'in its section',
        some: 'of its section',
      },
      {
        basis: 'step',
        of: framework.objectives.map(({ number }) => number),
        all: 'on all objectives',
        some: '',
      },
    ] as const;
    for (const { basis, of, all, some } of tried) {
      const { n, count, trials, told } = tally(of, from);
      const reached = n < fewest ? null : estimatedShare(count, n, trials);
      if (reached === null) continue;
      const atLeast = (percent: number) => count * 100 >= percent * n;
      const band = atLeast(typical) ? 'typical' : atLeast(stretch) ? 'stretch' : 'rare';
      const part = `on ${told} of ${countedNoun(of.length, 'objective')}${some === '' ? '' : ` ${some}`}`;
      const where = told === of.length ? all : part;
      const who = basis === 'objective' ? 'peers' : `moves of peers from ${from} ${where}`;
      return { ...found, basis, reached, band, words: `${words[band]}: ${count} of ${n} ${who}` };
    }
    const few = `too few to say: fewer than ${fewest} peers whose move from ${from} is known`;
    return { ...found, basis: null, reached: null, band: null, words: few };
  };
}

/** How many of the others stood at a level, and how many of these were above it then. */
function tallyAt({ release, own }: ObjectiveMoves, from: number): Tally {
  const step = release.give === 'counts' ? release.steps.find((each) => each.from === from) : undefined;
  if (step === undefined) return { n: 0, reached: 0 };
  const mine = own !== null && own.from === from;
  return {
    n: step.n - (mine ? 1 : 0),
    reached: step.reached - (mine && own.reached ? 1 : 0),
  };
}
