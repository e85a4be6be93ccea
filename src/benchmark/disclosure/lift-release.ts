import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { GuardedCount } from '../../model/panel-caps.ts';

/** What may leave the holder's hands of what a circumstance would raise on one objective, over all of the panel. */
export const LiftRelease = Type.Object({
  factor: Type.Union([Type.String(), Type.Null()], {
    description: 'Null for all circumstances together.',
  }),
  objective: Type.Integer(),
  n: Type.Integer({ minimum: 0, description: 'Scores in the panel, the viewer’s among them.' }),
  /**
   * How many ceilings would be higher, the viewer's among them. Of a confidential panel a number only where ten others
   * rise and ten others do not, whoever looks; else `fewer-than-ten` others rise, or `nearly-all` do; all together can be `withheld`.
   */
  rises: GuardedCount,
});
export type LiftRelease = Frozen<Static<typeof LiftRelease>>;
