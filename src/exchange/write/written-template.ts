import type { HeldText } from '../../model/criterion.ts';
import type { WrittenAppendix } from './written-appendix.ts';

/** A score that may be chosen, with what it means. */
export interface ScoreChoice {
  readonly label: string;
  readonly meaning: string;
}

/** What the levels of an objective ask for, as far as it is held: one for each level, lowest first. */
export interface ObjectiveLevels {
  readonly number: number;
  readonly name: string;
  readonly levels: readonly { readonly title: string; readonly text: HeldText }[];
}

/** A form to be filled in: an appendix whose last period is to be scored. */
export interface WrittenTemplate {
  readonly form: WrittenAppendix;
  /** Each a sentence or two. */
  readonly instructions: readonly string[];
  readonly choices: readonly ScoreChoice[];
  readonly objectives: readonly ObjectiveLevels[];
}

/** The words of a level with where they are from, for a cell. */
export function levelText(text: HeldText): string {
  switch (text.held) {
    case 'full':
      return text.text;
    case 'as-quoted':
      return `${text.text} (as quoted)`;
    case 'principle':
      return `The section’s principle: ${text.text}`;
    case 'none':
      return 'The words for this level are not held.';
  }
}
