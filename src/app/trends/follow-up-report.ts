import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Challenge } from '../../model/challenge.ts';
import { FollowedAction } from '../../model/follow-up.ts';

const closed = { additionalProperties: false };
const header = {
  schema: Type.Literal(1),
  framework: Type.String(),
  organisation: Type.String(),
  /** The earlier and the later period. */
  from: Type.String(),
  to: Type.String(),
};

/** What became of the actions of one period in the next: the contract of `trends --actions --json`. */
export const FollowUpReport = Type.Object({ ...header, actions: Type.Array(FollowedAction) }, closed);
export type FollowUpReport = Frozen<Static<typeof FollowUpReport>>;

/** What a member could ask: the contract of `trends --challenges --json`. */
export const ChallengeReport = Type.Object({ ...header, challenges: Type.Array(Challenge) }, closed);
export type ChallengeReport = Frozen<Static<typeof ChallengeReport>>;
