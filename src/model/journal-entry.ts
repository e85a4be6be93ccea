import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

/** What can be done to a workspace. */
export const JournalAction = Type.Union([
  Type.Literal('put-organisation'),
  Type.Literal('import-document'),
  Type.Literal('import-assessment'),
  Type.Literal('open-assessment'),
  Type.Literal('enter-row'),
  Type.Literal('undo-row'),
  Type.Literal('close-assessment'),
  Type.Literal('reopen-assessment'),
  Type.Literal('discard-assessment'),
  Type.Literal('agree-standard'),
  Type.Literal('set-factor'),
  Type.Literal('correct-reading'),
  Type.Literal('paste-wording'),
  Type.Literal('answer-statement'),
  Type.Literal('add-evidence'),
  Type.Literal('remove-evidence'),
  Type.Literal('plan-row'),
  Type.Literal('undo-plan-row'),
  Type.Literal('plan-settings'),
  Type.Literal('confirm-action'),
  Type.Literal('seed-source'),
  Type.Literal('edit-source'),
  Type.Literal('restore-backup'),
  Type.Literal('add-account'),
  Type.Literal('change-account'),
  Type.Literal('remove-account'),
]);
export type JournalAction = Static<typeof JournalAction>;

/** One change of the workspace: who changed what when, with the parts that differ as they were and as they are. */
export const JournalEntry = Type.Object(
  {
    /** Counts up by one; the order of changes. */
    sequence: Type.Integer({ minimum: 1 }),
    at: Type.String(),
    by: Type.String({ minLength: 1 }),
    action: JournalAction,
    /** What was changed: an organisation, "organisation/period", "organisation/factor", "organisation/period/objective", a source, an account. */
    subject: Type.String(),
    /** Null where there was nothing before. */
    before: Type.Unknown(),
    after: Type.Unknown(),
  },
  { additionalProperties: false },
);
export type JournalEntry = Frozen<Static<typeof JournalEntry>>;
