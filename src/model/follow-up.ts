import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Quoted, Standing } from './advice.ts';

const closed = { additionalProperties: false };

/** What became of an action; `not-stated` where the later words do not say. */
export const Outcome = Type.Union([
  Type.Literal('done'),
  Type.Literal('carried-on'),
  Type.Literal('changed'),
  Type.Literal('not-stated'),
]);
export type Outcome = Static<typeof Outcome>;

/** Words of one objective's row: exactly the slice `start` to `end` of its text in that period. */
export const PlacedQuote = Type.Object({ objective: Type.Integer(), ...Quoted.properties }, closed);
export type PlacedQuote = Frozen<Static<typeof PlacedQuote>>;

/** One action of the earlier period, followed into the later one, for an officer to confirm. */
export const FollowedAction = Type.Object(
  {
    objective: Type.Integer(),
    /** The action's words. */
    from: Quoted,
    outcome: Outcome,
    /**
     * The later words that speak of it, in the row of the same objective or of one that is referred to.
     * With `not-stated`: words that speak of it without saying what became of it; null where there are none.
     */
    to: Type.Union([PlacedQuote, Type.Null()]),
    /** Why it is read so: one plain sentence. */
    why: Type.String(),
    standing: Standing,
  },
  closed,
);
export type FollowedAction = Frozen<Static<typeof FollowedAction>>;
