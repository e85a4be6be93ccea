import { Type } from 'typebox';
import type { planAsks } from '../../pages/plan-view.ts';

const asked = (description: string) => Type.Optional(Type.String({ maxLength: 1000, description }));

/** What an address asks a plan for. */
export const PlanAsks = Type.Object({
  days: Type.Optional(Type.String({ pattern: '^\\d{1,6}$', description: 'Officer-days that there are.' })),
  minimum: asked('Levels that must be reached, such as 4=3,7=4: objective or section, and level.'),
  lock: asked('Targets that are settled, such as 9=3.'),
  weight: asked('How much a level counts, such as 4=3.'),
  effort: asked('Officer-days of steps, such as 4=15 or 4:3=15.'),
  levels: Type.Optional(
    Type.String({ pattern: '^[1-9]\\d?$', description: 'The most levels that one objective rises.' }),
  ),
} satisfies Record<(typeof planAsks)[number], unknown>);
