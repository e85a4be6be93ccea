import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Control } from './cause.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** A count that is told only from ten others on, and of fewer covers none; `withheld` where it would tell of somebody. */
export const GuardedCount = Type.Union([
  count,
  Type.Literal('fewer-than-ten'),
  Type.Literal('nearly-all'),
  Type.Literal('withheld'),
]);
export type GuardedCount = Static<typeof GuardedCount>;

const withheld = Type.Integer({
  minimum: 0,
  description: 'On how many objectives the count is withheld, as it would tell of somebody.',
});

/** A cause on one objective. */
export const CauseOnObjective = Type.Object(
  {
    objective: Type.Integer(),
    name: Type.String(),
    under: GuardedCount,
    beyond: nullable(GuardedCount),
  },
  closed,
);
export type CauseOnObjective = Frozen<Static<typeof CauseOnObjective>>;

/** A cause over all objectives of a panel, in one period. */
export const CauseAcross = Type.Object(
  {
    cause: Type.String(),
    name: Type.String(),
    control: Control,
    under: Type.Integer({
      minimum: 0,
      description: 'How many times it was given, over objectives where that is told as a number.',
    }),
    beyond: nullable(
      Type.Object(
        { count, n: Type.Integer({ minimum: 1 }) },
        {
          ...closed,
          description: 'How many are above its level all the same, of those where that is told as a number.',
        },
      ),
    ),
    fewer: Type.Integer({
      minimum: 0,
      description: 'On how many objectives fewer than ten others gave it, or nobody.',
    }),
    withheld,
    objectives: Type.Array(CauseOnObjective, { description: 'The one with most first, then by number.' }),
    sentence: Type.String(),
  },
  closed,
);
export type CauseAcross = Frozen<Static<typeof CauseAcross>>;

/** What would rise if a circumstance were there for everybody. */
export const LiftAcross = Type.Object(
  {
    factor: nullable(Type.String({ description: 'Null for all circumstances together.' })),
    name: Type.String(),
    rises: Type.Integer({
      minimum: 0,
      description: 'Ceilings that would be higher, over objectives where that is told as a number.',
    }),
    fewer: Type.Integer({
      minimum: 0,
      description: 'On how many objectives fewer than ten others would rise, or none.',
    }),
    withheld,
    objectives: Type.Array(
      Type.Object({ objective: Type.Integer(), name: Type.String(), rises: GuardedCount, n: count }, closed),
    ),
    sentence: Type.String(),
  },
  closed,
);
export type LiftAcross = Frozen<Static<typeof LiftAcross>>;

/** What caps organisations of a panel in one period: the contract of its page and command. */
export const PanelCaps = Type.Object(
  {
    period: Type.String(),
    causes: Type.Array(CauseAcross, { description: 'The one given most often first, then by name.' }),
    lifts: Type.Array(LiftAcross, {
      description: 'The one that raises most first, then by name; all together last.',
    }),
    note: nullable(
      Type.String({
        description: 'What the panel cannot tell, where its rows came without causes or circumstances.',
      }),
    ),
  },
  closed,
);
export type PanelCaps = Frozen<Static<typeof PanelCaps>>;
