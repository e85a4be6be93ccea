import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { EstimatedShare } from './comparison.ts';
import { periodPattern } from './period.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** How often others went from one level to the next within one period. */
export const Uptake = Type.Object(
  {
    objective: Type.Integer(),
    from: Type.Integer({ description: 'The level that they stood at.' }),
    to: Type.Integer({ description: 'The next level; whoever went further counts too.' }),
    periods: Type.Object(
      { from: Type.String({ pattern: periodPattern }), to: Type.String({ pattern: periodPattern }) },
      closed,
    ),
    group: Type.String({ description: 'Of which group.' }),
    basis: nullable(
      Type.Union([Type.Literal('objective'), Type.Literal('section'), Type.Literal('step')], {
        description:
          'On this objective; else, where those are too few, on the objectives of its section; else on all: there it counts moves, of which one organisation can have several.',
      }),
    ),
    reached: nullable(EstimatedShare),
    band: nullable(
      Type.Union([Type.Literal('typical'), Type.Literal('stretch'), Type.Literal('rare')], {
        description: 'Null where there are too few to say.',
      }),
    ),
    words: Type.String({ description: '“stretch: 4 of 31 peers”.' }),
  },
  { ...closed, description: 'How often others went from one level to the next within one period.' },
);
export type Uptake = Frozen<Static<typeof Uptake>>;
