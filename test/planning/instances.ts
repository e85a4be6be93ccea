import * as fc from 'fast-check';
import type { Advice, ObjectiveAdvice, Stance } from '../../src/model/advice.ts';
import type { Link } from '../../src/model/link.ts';
import type { PlanRequest } from '../../src/model/plan-request.ts';
import type { PlanningRules } from '../../src/model/planning-rules.ts';
import type { PlanningInput } from '../../src/planning/planning-input.ts';

/** Rules of an orchard: three days a step, five to level 4; what is suggested counts twice. */
export const orchardRules: PlanningRules = {
  note: 'three days a step, until somebody has counted',
  stepDays: 3,
  stepDaysByLevel: [{ level: 4, days: 5 }],
  levelsAYear: 1,
  worth: { suggested: 2, open: 1 },
};

/** What a test says of one objective; `null` for one that is not scored. */
export interface Plot {
  readonly score: string;
  readonly ceiling: number;
  readonly stance: Stance;
  readonly section?: string;
}

const top = 5;

/** Advice for plots, numbered from 1. */
export function adviceFor(plots: readonly (Plot | null)[]): Advice {
  return {
    schema: 1,
    framework: 'orchard',
    organisation: 'apple-and-sons',
    basedOn: '2023',
    period: '2024',
    pack: { version: '1', sha256: '0' },
    factors: {},
    readings: { read: 0, confirmed: 0, added: 0, dismissed: 0, lapsed: 0 },
    objectives: plots.map((plot, index) => objective(index + 1, plot)),
  };
}

function objective(number: number, plot: Plot | null): ObjectiveAdvice {
  const section = plot?.section ?? (number % 2 === 0 ? 'trees' : 'soil');
  const named = { objective: number, name: `Plot ${number}`, section };
  if (plot === null) return { ...named, state: 'not-applicable', reason: 'there are none' };
  const [low = '', high] = plot.score.split('/');
  const achieved = Number(low);
  const { ceiling, stance } = plot;
  const rises = stance === 'finish' || stance === 'advance';
  const capped = ceiling === top ? 'no' : ceiling === achieved ? 'now' : 'later';
  const level = rises ? achieved + 1 : achieved;
  return {
    ...named,
    state: 'scored',
    score: {
      label: plot.score,
      achieved,
      workingTowards: high === undefined ? null : Number(high),
      agreedStandard: false,
    },
    ceiling: {
      level: ceiling,
      capped,
      control: capped === 'no' ? null : 'external',
      causes: capped === 'no' ? [] : [causeAt(ceiling)],
      because: capped === 'no' ? 'No limit is stated.' : 'The weather.',
    },
    headroom: ceiling - achieved,
    potential: top,
    target: {
      level,
      stance,
      openLevel: stance === 'open' ? achieved + 1 : null,
      rule: stance,
      because: `The advice is to ${stance}.`,
      evidence: [],
      waitsOn: null,
      reviewBy: null,
    },
  };
}

function causeAt(level: number) {
  const moments = { factor: null, until: null, reviewBy: null, waitsOn: null };
  const flags = { assumed: false, overtaken: false, binding: true };
  const said = { rule: 'weather', title: 'Weather', citation: 'Frost.', cause: 'weather' };
  const kind = { basis: 'comment', control: 'external', strength: 'stated', standing: 'read' } as const;
  const evidence = [{ source: 'comment', period: '2023', quote: 'frost', start: 0, end: 5 }] as const;
  return { ...said, ...kind, ...flags, ...moments, level, evidence };
}

/** A link, numbered by its place. */
export function link(kind: Link['kind'], objectives: readonly number[], others: readonly number[]): Link {
  return { id: `${kind}-${objectives.join('-')}`, kind, objectives, with: others, citation: 'So it is.' };
}

/** Input of a plan for plots, in the orchard. */
export function orchard(
  plots: readonly (Plot | null)[],
  request: PlanRequest,
  links: readonly Link[] = [],
): PlanningInput {
  return { advice: adviceFor(plots), links, rules: orchardRules, request };
}

const plotArbitrary: fc.Arbitrary<Plot | null> = fc
  .record({
    achieved: fc.integer({ min: 1, max: 5 }),
    room: fc.integer({ min: 0, max: 3 }),
    stance: fc.constantFrom<Stance>('finish', 'advance', 'hold', 'open'),
    scored: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ achieved, room, stance, scored }) => {
    if (scored === 0) return null;
    const ceiling = Math.min(top, achieved + room);
    if (ceiling === achieved) return { score: `${achieved}`, ceiling, stance: 'hold' };
    return { score: stance === 'finish' ? `${achieved}/${achieved + 1}` : `${achieved}`, ceiling, stance };
  });

/** A whole planning question of a few objectives; `demanding` ones ask for minimums and locks as well. */
export function questions(most: number, demanding: boolean): fc.Arbitrary<PlanningInput> {
  return fc.array(plotArbitrary, { minLength: 1, maxLength: most }).chain((plots) => {
    const number = fc.integer({ min: 1, max: plots.length });
    const level = fc.integer({ min: 1, max: 5 });
    const demand = fc.array(fc.record({ objective: number, level }), { maxLength: demanding ? 3 : 0 });
    const linkArbitrary = fc
      .tuple(fc.constantFrom<Link['kind']>('waits-on', 'shares-action', 'serves'), number, number)
      .filter(([, one, other]) => one !== other)
      // A lower number never waits on a higher one, so there is no ring.
      .map(([kind, one, other]) => link(kind, [Math.max(one, other)], [Math.min(one, other)]));
    const once = <Item>(items: readonly Item[], of: (item: Item) => string) => [
      ...new Map(items.map((item) => [of(item), item])).values(),
    ];
    return fc.record({
      advice: fc.constant(adviceFor(plots)),
      links: plots.length < 2 ? fc.constant([]) : fc.array(linkArbitrary, { maxLength: 4 }),
      rules: fc.constant(orchardRules),
      request: fc.record({
        days: fc.integer({ min: 0, max: 25 }),
        levelsAYear: fc.integer({ min: 1, max: 2 }),
        stepDays: fc
          .array(
            fc.record({
              objective: number,
              level: fc.option(level),
              days: fc.integer({ min: 0, max: 9 }),
            }),
            { maxLength: 4 },
          )
          .map((items) => once(items, (item) => `${item.objective} ${item.level}`)),
        weights: fc.record({
          objectives: fc
            .array(fc.record({ objective: number, weight: fc.integer({ min: 0, max: 3 }) }), { maxLength: 3 })
            .map((items) => once(items, (item) => `${item.objective}`)),
        }),
        minimums: demand,
        locks: demand,
      }),
    });
  });
}
