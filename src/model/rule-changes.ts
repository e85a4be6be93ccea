import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };

/** When a rule or a set of phrases last changed, and what it was like then. */
export const RecordedChange = Type.Object(
  {
    changed: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The day of its last change.' }),
    sha256: Type.String({
      pattern: '^[0-9a-f]{16}$',
      description: 'The beginning of the hash of what it said then, so that an unrecorded change shows.',
    }),
  },
  closed,
);
export type RecordedChange = Frozen<Static<typeof RecordedChange>>;

const byId = (description: string) =>
  Type.Record(Type.String({ pattern: '^[a-z0-9-]+$' }), RecordedChange, { description });

/** `changes.json`: when each rule last changed, so that a copy without its history knows too. */
export const RuleChanges = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    reading: byId('The rules of reading.json.'),
    ceilings: byId('The rules of ceilings.json.'),
    targets: byId('The rules of targets.json.'),
    phrases: byId('The sets of phrases of reading.json, follow-up.json and challenges.json.'),
  },
  {
    ...closed,
    title: 'Changes',
    description: 'When each rule and set of phrases last changed; written by "npm run changes".',
  },
);
export type RuleChanges = Frozen<Static<typeof RuleChanges>>;

/** What a pack without `changes.json` records: nothing. */
export const noRuleChanges: RuleChanges = { reading: {}, ceilings: {}, targets: {}, phrases: {} };
