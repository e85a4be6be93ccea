import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };

/** How objectives hang together: `objectives` wait on, share an action with, or serve the objectives in `with`. */
export const Link = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    kind: Type.Union([Type.Literal('waits-on'), Type.Literal('shares-action'), Type.Literal('serves')], {
      description:
        'How they hang together: the objectives wait on, share an action with, or serve those in "with".',
    }),
    objectives: Type.Array(Type.Integer(), { minItems: 1, description: 'Numbers of objectives.' }),
    with: Type.Array(Type.Integer(), { minItems: 1, description: 'Numbers of the other objectives.' }),
    citation: Type.String({ minLength: 1, description: 'The words that say so, and where they stand.' }),
  },
  closed,
);
export type Link = Frozen<Static<typeof Link>>;

/** `links.json`. */
export const LinksFile = Type.Object(
  { $schema: Type.Optional(Type.String()), links: Type.Array(Link) },
  { ...closed, title: 'Links', description: 'How objectives hang together.' },
);
