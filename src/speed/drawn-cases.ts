import type { Facts } from '../engine/facts.ts';
import { topLevel } from '../model/framework.ts';
import { factCatalogue } from '../pack/facts.ts';
import type { Pack } from '../pack/pack.ts';

/** One drawn case: its facts but `room`, and the level that each raised signal caps at, by the name of its fact; `top` is the top level. */
export interface DrawnCase {
  readonly facts: Facts;
  readonly levels: Readonly<Record<string, number>>;
}

/**
 * The cases of drawn organisations, every one with all objectives, the same each time. One comment in four raises a
 * signal, a quarter of these hedged; a factor is known of one organisation in two.
 */
export function drawnCases(pack: Pack, organisations: number): readonly DrawnCase[] {
  const draw = drawing(2018);
  const oneOf = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(draw() * items.length)];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
  const levels = pack.framework.levels.map(({ level }) => level).toSorted((a, b) => a - b);
  const top = topLevel(pack.framework);
  const catalogue = [...factCatalogue(pack, 'targets').keys()];
  const signals = catalogue.filter((fact) => fact.startsWith('said.'));
  const circumstances = catalogue.filter((fact) => fact.startsWith('factor.'));
  return Array.from({ length: organisations }).flatMap(() => {
    const factors = circumstances.map((fact) => [
      fact,
      draw() < 0.5 ? 'unknown' : oneOf(['yes', 'no', 'claimed']),
    ]);
    return pack.framework.objectives.map(({ number, section }): DrawnCase => {
      const achieved = oneOf(levels);
      const raised = draw() < 0.25 && signals.length > 0 ? oneOf(signals) : null;
      const strength = draw() < 0.25 ? 'hedged' : 'stated';
      const said = signals.map((fact) => [fact, fact === raised ? strength : 'none']);
      return {
        facts: {
          objective: number,
          section,
          achieved,
          ...Object.fromEntries(said),
          ...Object.fromEntries(factors),
          workingTowards: achieved < top && draw() < 0.2 ? 'yes' : 'no',
          decision: draw() < 0.2 ? 'hold' : 'none',
          path: oneOf(['leads', 'aimed', 'unaimed', 'maintains', 'none']),
        },
        levels: {
          top,
          ...Object.fromEntries(signals.map((fact) => [fact, fact === raised ? oneOf(levels) : top])),
        },
      };
    });
  });
}

/** Numbers from 0 up to 1, the same for a seed (a linear congruence of 32 bits). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
