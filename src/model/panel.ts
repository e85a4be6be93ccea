import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { periodPattern } from './period.ts';

const closed = { additionalProperties: false };

/** A file whose rows a panel holds. */
export const PanelPart = Type.Object(
  {
    file: Type.String({ minLength: 1, description: 'Its name, without folders.' }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    rows: Type.Integer({ minimum: 1 }),
    added: Type.String({ description: 'The instant, as ISO 8601 in UTC.' }),
  },
  closed,
);
export type PanelPart = Frozen<Static<typeof PanelPart>>;

/** Scores of many organisations with one framework: what is known of a panel beside its rows. */
export const Panel = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    name: Type.String({ minLength: 1 }),
    framework: Type.String({ minLength: 1 }),
    access: Type.Union([Type.Literal('confidential'), Type.Literal('public')], {
      description: 'Of a public panel nothing is withheld.',
    }),
    invented: Type.Boolean({
      description: 'Whether it is demonstration data, labelled so wherever it is seen.',
    }),
    source: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description: 'Where its rows were published, or who gave them.',
    }),
    version: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 over its rows; changes when a row does.',
    }),
    periods: Type.Array(Type.String({ pattern: periodPattern }), { description: 'In order of time.' }),
    organisations: Type.Integer({ minimum: 0 }),
    rows: Type.Integer({ minimum: 0, description: 'Rows of one organisation, period and objective.' }),
    causes: Type.Boolean({ description: 'Whether any row came with causes.' }),
    factors: Type.Boolean({ description: 'Whether any row came with circumstances.' }),
    seal: Type.Optional(
      Type.String({
        pattern: '^[0-9a-f]{64}$',
        description:
          'SHA-256 over access, invented, framework and version; not there before a panel that an older Headroom wrote is checked or added to.',
      }),
    ),
    parts: Type.Array(PanelPart, {
      description:
        'In the order in which they were added; of a confidential panel for its holder only, and empty for others.',
    }),
  },
  { ...closed, title: 'Panel', description: 'What is known of a panel beside its rows.' },
);
export type Panel = Frozen<Static<typeof Panel>>;
