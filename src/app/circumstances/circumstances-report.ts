import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { adviceHeader } from '../../model/advice-header.ts';
import { Factor, FactorState } from '../../model/factor.ts';
import { FactorSetting } from '../../model/factor-setting.ts';

const closed = { additionalProperties: false };
const Named = Type.Object({ objective: Type.Integer(), name: Type.String() }, closed);

/** One circumstance: what is known of it, since when and from whom, and what hangs on it. */
export const Circumstance = Type.Object(
  {
    factor: Factor.properties.id,
    name: Factor.properties.name,
    question: Factor.properties.question,
    /** In the period that targets are for. */
    state: FactorState,
    /** Where it is claimed: the objectives whose scores imply it. */
    claimedBy: Type.Array(Type.Object({ ...Named.properties, score: Type.String() }, closed)),
    /** The setting that holds in that period; null where nobody has set it. */
    holds: Type.Union([FactorSetting, Type.Null()]),
    /** Every setting, in the order in which they were made. */
    history: Type.Array(FactorSetting),
    /** How often it was set; a change names it. */
    version: Type.Integer({ minimum: 0 }),
    /** Objectives with a limit that stands as long as it is not there. */
    limits: Type.Array(Named),
    /** Objectives whose ceiling would be higher with it alone; empty where it is there. */
    raises: Type.Array(
      Type.Object({ ...Named.properties, from: Type.Integer(), ceiling: Type.Integer() }, closed),
    ),
  },
  closed,
);
export type Circumstance = Frozen<Static<typeof Circumstance>>;

/** The circumstances of an organisation, in the order of the rules: the contract of `circumstances --json`. */
export const CircumstancesReport = Type.Object(
  { ...adviceHeader, circumstances: Type.Array(Circumstance) },
  closed,
);
export type CircumstancesReport = Frozen<Static<typeof CircumstancesReport>>;
