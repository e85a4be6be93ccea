import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };

/** Something of a panel that is not as it was written. */
export const PanelDamage = Type.Object(
  { file: Type.String(), seen: Type.String(), expected: Type.String() },
  closed,
);
export type PanelDamage = Frozen<Static<typeof PanelDamage>>;

/** What a look at every row of panels found. */
export const PanelCheck = Type.Object(
  {
    schema: Type.Literal(1),
    panels: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          state: Type.Union([Type.Literal('sound'), Type.Literal('damaged')]),
          damage: Type.Array(PanelDamage),
        },
        closed,
      ),
      { description: 'In order of id.' },
    ),
  },
  { ...closed, title: 'Panel check', description: 'What a look at every row of panels found.' },
);
export type PanelCheck = Frozen<Static<typeof PanelCheck>>;
