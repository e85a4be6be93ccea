import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { periodPattern } from './period.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** An average score that somebody else published: of an objective, of a section, or (both null) of the whole. */
export const PublishedAverage = Type.Object(
  {
    section: nullable(Type.String({ description: 'The id of the section.' })),
    objective: nullable(Type.Integer()),
    figure: Type.Number({ description: 'The average, in levels.' }),
    n: nullable(Type.Integer({ minimum: 1, description: 'Of how many; null where that is not said.' })),
    period: Type.String({ pattern: periodPattern }),
    source: Type.String({ minLength: 1, maxLength: 300, description: 'Who published it, and where.' }),
  },
  { additionalProperties: false },
);
export type PublishedAverage = Frozen<Static<typeof PublishedAverage>>;

/** A published average beside one's own. */
export const BesidePublished = Type.Object(
  {
    ...PublishedAverage.properties,
    name: Type.String({ description: 'Of the objective, the section or the framework.' }),
    own: nullable(
      Type.Object(
        { mean: Type.Number({ description: '“2/3” counts 2.5.' }), n: Type.Integer({ minimum: 1 }) },
        { additionalProperties: false, description: 'Over the objectives scored in the period shown.' },
      ),
    ),
    sentence: Type.String(),
  },
  { additionalProperties: false },
);
export type BesidePublished = Frozen<Static<typeof BesidePublished>>;
