import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Span } from './span.ts';

/** What the parts of a cell's text are, each a slice of it; found with the markers of the pack. */
export const Views = Type.Object({
  /** The rubric's words as quoted in the cell: no obstacle is read from them. */
  criterion: Type.Union([Span, Type.Null()]),
  /** The level whose criterion is quoted, where the cell says it. */
  criterionLevel: Type.Union([Type.Integer(), Type.Null()]),
  /** What the author says, in order. */
  commentary: Type.Array(Span),
  /** Sentences that state what a higher level requires. */
  requirements: Type.Array(
    Type.Object({ ...Span.properties, level: Type.Union([Type.Integer(), Type.Null()]) }),
  ),
  actions: Type.Array(Span),
  noFurtherAction: Type.Union([Span, Type.Null()]),
  carriedForward: Type.Union([Span, Type.Null()]),
  /** The cell stands on the previous period's comment. */
  asPrevious: Type.Union([Span, Type.Null()]),
  /** The sentence that states an agreed standard; `level` is the standard, where it is said. */
  agreedStandard: Type.Union([
    Type.Object({ ...Span.properties, level: Type.Union([Type.Integer(), Type.Null()]) }),
    Type.Null(),
  ]),
});
export type Views = Frozen<Static<typeof Views>>;

/** The views of a cell in which nothing is found. */
export const noViews: Views = {
  criterion: null,
  criterionLevel: null,
  commentary: [],
  requirements: [],
  actions: [],
  noFurtherAction: null,
  carriedForward: null,
  asPrevious: null,
  agreedStandard: null,
};
