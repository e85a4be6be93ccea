import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { type Way, ways } from '../../speed/ways.ts';

const names = Object.keys(ways).filter((name): name is Way => name in ways);
const times = (description: string) => Type.Number({ description });

/** How fast the rules of packs are answered, and how it was measured. */
export const RulesBench = Type.Object({
  schema: Type.Literal(1),
  machine: Type.Object({
    node: Type.String(),
    processors: Type.Integer(),
    processor: Type.String(),
  }),
  method: Type.Array(Type.String(), { description: 'Sentences.' }),
  packs: Type.Array(
    Type.Object({
      pack: Type.String({ description: 'As it was named.' }),
      sha256: Type.String(),
      organisations: Type.Integer({ description: 'Drawn, each with every objective.' }),
      objectives: Type.Integer(),
      cases: Type.Integer(),
      rules: Type.Object({ ceilings: Type.Integer(), targets: Type.Integer() }),
      answering: Type.Array(
        Type.Object({
          way: Type.Unsafe<Way>(Type.Union(names.map((name) => Type.Literal(name)))),
          cases: Type.Integer(),
          milliseconds: times('The median.'),
          perSecond: times('Cases.'),
          timesBaseline: times('Throughput over that of engine-per-objective.'),
          aim: Type.Union([Type.Number(), Type.Null()], { description: 'Of timesBaseline, at least.' }),
        }),
      ),
      unlock: Type.Union([
        Type.Null(),
        Type.Object({
          objectives: Type.Integer(),
          capped: Type.Integer(),
          liftable: Type.Integer(),
          circumstances: Type.Integer(),
          sets: Type.Integer({ description: 'Circumstances, and pairs of them.' }),
          milliseconds: times('The median, for all sets.'),
          wholeAdviceMilliseconds: times('The whole advice once for each set.'),
          aim: Type.Number({ description: 'Of milliseconds, less than.' }),
        }),
      ]),
      reading: Type.Union([
        Type.Null(),
        Type.Object({
          comments: Type.Integer(),
          characters: Type.Integer(),
          milliseconds: times('The median.'),
          perSecond: times('Comments.'),
          aim: Type.Number({ description: 'Of perSecond, at least.' }),
        }),
      ]),
    }),
    { description: 'unlock and reading are null where a pack has no worked cases.' },
  ),
});
export type RulesBench = Frozen<Static<typeof RulesBench>>;
