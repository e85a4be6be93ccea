import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { mostStepDays } from './planning-rules.ts';

const closed = { additionalProperties: false };
const objective = Type.Integer({ description: 'The number of an objective.' });
const weight = Type.Integer({
  minimum: 0,
  maximum: 100,
  description: 'How much a level there counts; 1 unless said. 0: no step unless a minimum or a lock asks.',
});
const LevelOfObjective = Type.Object({ objective, level: Type.Integer() }, closed);

/** What a plan is asked for; all whole numbers. Only `days` must be said. */
export const PlanRequest = Type.Object(
  {
    days: Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      description: 'Officer-days that there are.',
    }),
    stepDays: Type.Optional(
      Type.Array(
        Type.Object(
          {
            objective,
            level: Type.Union([Type.Integer(), Type.Null()], {
              description:
                'The level reached; null for every step of the objective that has none of its own.',
            }),
            days: Type.Integer({ minimum: 0, maximum: mostStepDays }),
          },
          closed,
        ),
        { description: 'Officer-days of single steps, in place of those that are assumed.' },
      ),
    ),
    weights: Type.Optional(
      Type.Object(
        {
          sections: Type.Optional(Type.Array(Type.Object({ section: Type.String(), weight }, closed))),
          objectives: Type.Optional(Type.Array(Type.Object({ objective, weight }, closed))),
        },
        { ...closed, description: 'The weight of an objective takes the place of that of its section.' },
      ),
    ),
    minimums: Type.Optional(
      Type.Array(LevelOfObjective, { description: 'Levels that must at least be reached.' }),
    ),
    locks: Type.Optional(
      Type.Array(LevelOfObjective, {
        description: 'Targets that are settled: exactly this level; at the present level, no step.',
      }),
    ),
    levelsAYear: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The most levels that one objective rises.' }),
    ),
  },
  { ...closed, title: 'Plan request', description: 'What a plan is asked for.' },
);
export type PlanRequest = Frozen<Static<typeof PlanRequest>>;
