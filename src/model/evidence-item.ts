import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { periodPattern } from './period.ts';

const line = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, description });

/** What an officer holds as evidence for one row: an organisation's objective in one period. */
export const EvidenceItem = Type.Object(
  {
    id: Type.Integer({ minimum: 1, description: 'Never used again, also after it was removed.' }),
    period: Type.String({ pattern: periodPattern }),
    objective: Type.Integer({ minimum: 1 }),
    title: line(200, 'What it is.'),
    kind: Type.Union([Type.Literal('link'), Type.Literal('document')]),
    target: line(1000, 'The address of a link, or the name of a document and where it is kept.'),
    owner: line(100, 'Who has it.'),
    date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The day that it is of.' }),
    /** Who recorded it, and when, as an ISO 8601 moment in UTC. */
    by: Type.String({ minLength: 1 }),
    at: Type.String(),
  },
  { additionalProperties: false },
);
export type EvidenceItem = Frozen<Static<typeof EvidenceItem>>;
