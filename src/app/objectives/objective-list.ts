import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { ObjectiveAdvice, Stance } from '../../model/advice.ts';
import { adviceHeader } from '../../model/advice-header.ts';
import { Span } from '../../model/span.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** What the list is narrowed to and sorted by; null shows all, in the order of the framework. */
export const ObjectiveFilter = Type.Object(
  {
    section: nullable(Type.String()),
    stance: nullable(Stance),
    capped: nullable(Type.Union([Type.Literal('now'), Type.Literal('later'), Type.Literal('no')])),
    /** A cause that sets the ceiling. */
    cause: nullable(Type.String()),
    /** Lowest first; `-high` highest first; `headroom` most first. What is not scored comes last. */
    sort: nullable(
      Type.Union([
        Type.Literal('score'),
        Type.Literal('score-high'),
        Type.Literal('headroom'),
        Type.Literal('target'),
        Type.Literal('target-high'),
      ]),
    ),
    /** Words that all stand in name, description and comments together. */
    find: nullable(Type.String()),
  },
  closed,
);
export type ObjectiveFilter = Frozen<Static<typeof ObjectiveFilter>>;

/** A part of a text in which words were found. */
export const FoundText = Type.Object(
  {
    place: Type.Union([Type.Literal('name'), Type.Literal('description'), Type.Literal('comment')]),
    /** Of a comment; null elsewhere. */
    period: nullable(Type.String()),
    text: Type.String({ description: 'The whole text.' }),
    excerpt: Span,
    /** Where the words stand in the text. */
    marks: Type.Array(Span),
  },
  closed,
);
export type FoundText = Frozen<Static<typeof FoundText>>;

/** The objectives that a filter lets through, with the words that were found. */
export const ObjectiveList = Type.Object(
  {
    ...adviceHeader,
    filter: ObjectiveFilter,
    /** Of the framework. */
    total: Type.Integer({ minimum: 0 }),
    objectives: Type.Array(Type.Object({ advice: ObjectiveAdvice, found: Type.Array(FoundText) }, closed)),
  },
  closed,
);
export type ObjectiveList = Frozen<Static<typeof ObjectiveList>>;
