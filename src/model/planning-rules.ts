import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };

/** The most officer-days that one step may take. */
export const mostStepDays = 10_000;

/** `planning.json`: what a plan assumes until the organisation says otherwise. */
export const PlanningRules = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    note: Type.String({
      minLength: 1,
      description: 'What is to be said of the officer-days below wherever they are shown.',
    }),
    stepDays: Type.Integer({
      minimum: 0,
      maximum: mostStepDays,
      description: 'Officer-days for a step of one level.',
    }),
    stepDaysByLevel: Type.Array(
      Type.Object(
        {
          level: Type.Integer({ description: 'The level reached.' }),
          days: Type.Integer({ minimum: 0, maximum: mostStepDays }),
        },
        closed,
      ),
      { description: 'Officer-days for the step to a level, where they are other than those above.' },
    ),
    levelsAYear: Type.Integer({ minimum: 1, description: 'The most levels that one objective rises.' }),
    worth: Type.Object(
      {
        suggested: Type.Integer({ minimum: 1, maximum: 10 }),
        open: Type.Integer({ minimum: 1, maximum: 10 }),
      },
      {
        ...closed,
        description:
          'How much a level counts that the advice suggests, and one that it leaves open; weights multiply it.',
      },
    ),
  },
  {
    ...closed,
    title: 'Planning rules',
    description: 'What a plan assumes until the organisation says otherwise.',
  },
);
export type PlanningRules = Frozen<Static<typeof PlanningRules>>;

/** The rules of a pack without `planning.json`. */
export const noPlanningRules: PlanningRules = {
  note: 'assumed 10 days a step; change it',
  stepDays: 10,
  stepDaysByLevel: [],
  levelsAYear: 1,
  worth: { suggested: 1, open: 1 },
};
