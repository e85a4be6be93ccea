import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';

const closed = { additionalProperties: false };

/** How the organisations of a panel are joined to the register: the contract of `organisations joins --json`. */
export const PanelJoinsReport = Type.Object(
  {
    schema: Type.Literal(1),
    panel: Type.String(),
    /** Whether it is invented: then it has organisations of its own, and nothing is joined. */
    invented: Type.Boolean(),
    /** Names in the panel's files. */
    organisations: Type.Integer({ minimum: 0 }),
    joined: Type.Integer({ minimum: 0 }),
    /** Names whose rows stand under another name of the same organisation. */
    continued: Type.Array(Type.Object({ organisation: Type.String(), standsAs: Type.String() }, closed)),
    notJoined: Type.Array(
      Type.Object(
        {
          organisation: Type.String(),
          /** `ambiguous`: it stands for several. `doubled`: another name is the same one in the same period. */
          found: Type.Union([Type.Literal('ambiguous'), Type.Literal('unknown'), Type.Literal('doubled')]),
          /** Those that it could be, as "CODE Name"; often none. */
          candidates: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
  },
  { ...closed, title: 'PanelJoinsReport' },
);
export type PanelJoinsReport = Frozen<Static<typeof PanelJoinsReport>>;
