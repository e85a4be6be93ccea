import type { Problem } from '../../kernel/problem.ts';
import type { FormFields } from '../forms/form-fields.ts';

/** A form that was refused: why, and what was typed. */
export interface Refusal {
  readonly problem: Problem;
  /** By field, never with a password. */
  readonly fields: FormFields;
  /** Whether what was typed was too much to keep. */
  readonly lost: boolean;
}
