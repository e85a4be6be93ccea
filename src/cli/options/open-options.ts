import type { Command } from 'commander';
import { Problem } from '../../kernel/problem.ts';
import { readTextFile } from '../../kernel/text-file.ts';
import type { CommonOptions } from './new-command.ts';
import { wholeNumber } from './whole-number.ts';

/** What the command line says of a year. */
export interface OpenOptions extends CommonOptions {
  readonly objective?: number;
  readonly score?: string;
  readonly notApplicable?: string;
  readonly text?: string;
  readonly textFile?: string;
  readonly version?: number;
  readonly undo?: number;
  readonly close?: boolean;
  readonly incomplete?: boolean;
  readonly reopen?: string;
  readonly discard?: boolean;
  readonly entered?: boolean;
  readonly standard?: string;
  readonly agreed?: string;
  readonly template?: string;
  readonly by: string;
}

/** The one thing that a call does beside showing. */
export type OpenChange =
  | {
      readonly kind: 'enter';
      readonly objective: number;
      readonly version: number;
      readonly score: string | undefined;
      readonly notApplicable: string | undefined;
      readonly text: string | undefined;
    }
  | { readonly kind: 'undo'; readonly objective: number; readonly version: number | undefined }
  | { readonly kind: 'close'; readonly incomplete: boolean }
  | { readonly kind: 'reopen'; readonly reason: string }
  | { readonly kind: 'discard'; readonly entered: boolean }
  | { readonly kind: 'standard'; readonly level: number | null; readonly agreed: string | undefined }
  | { readonly kind: 'template'; readonly file: string };

/** Gives a command the options of a year; `by` is the name that is written down unless another is given. */
export function withOpenOptions(command: Command, by: string): Command {
  return command
    .option(
      '--objective <number>',
      'show this objective with all that is known of it, or enter it',
      wholeNumber,
    )
    .option('--score <score>', 'its score, such as 2 or 2/3; an empty one takes it away')
    .option('--not-applicable <reason>', 'why it is not applicable')
    .option('--text <text>', 'its comment and action, as the cell of the document has them')
    .option('--text-file <file>', 'the same from a text file')
    .option(
      '--version <number>',
      'the version that you have seen; 0, nothing entered yet, unless said',
      wholeNumber,
    )
    .option('--undo <number>', 'take back the last change of this objective', wholeNumber)
    .option('--close', 'close the assessment: nothing in it changes then')
    .option('--incomplete', 'with --close: although objectives have no score')
    .option('--reopen <reason>', 'open a closed assessment again')
    .option('--discard', 'take away an assessment that is open, as if it had never been opened')
    .option('--entered', 'with --discard: although rows are entered; the journal keeps them')
    .option('--standard <level>', 'the level agreed everywhere, from this period on, or none')
    .option('--agreed <when>', 'with --standard: when it was agreed, such as "November 2021"')
    .option(
      '--template <file>',
      'write a form to fill in, .xlsx or .docx, with what is entered; `import` reads it again',
    )
    .option('--by <who>', 'who does it, for the journal', by);
}

/** The change that the options ask for; null if they only ask to see. @throws Problem USAGE */
export function openChange(options: OpenOptions): OpenChange | null {
  const { objective, score, notApplicable, version, undo, close, incomplete, reopen } = options;
  const { standard, agreed, template, discard, entered } = options;
  const text = textOf(options);
  const enters = score !== undefined || notApplicable !== undefined || text !== undefined;
  const asked = [
    ...(enters ? ['--score, --text or --not-applicable'] : []),
    ...(undo === undefined ? [] : ['--undo']),
    ...(close === true ? ['--close'] : []),
    ...(reopen === undefined ? [] : ['--reopen']),
    ...(discard === true ? ['--discard'] : []),
    ...(standard === undefined ? [] : ['--standard']),
    ...(template === undefined ? [] : ['--template']),
  ];
  if (asked.length > 1) throw usage(asked.join(' with '), 'Do one thing at a time.');
  if (incomplete === true && close !== true) throw usage('--incomplete alone', 'Add --close.');
  if (entered === true && discard !== true) throw usage('--entered alone', 'Add --discard.');
  if (discard === true && objective !== undefined)
    throw usage('--discard with --objective', 'The whole assessment is discarded: leave --objective out.');
  if (agreed !== undefined && standard === undefined) throw usage('--agreed alone', 'Add --standard LEVEL.');
  if (version !== undefined && !enters && undo === undefined)
    throw usage('--version alone', 'Add --score, --text, --not-applicable or --undo.');
  if (enters) {
    if (objective === undefined)
      throw usage(`${asked[0]} without --objective`, 'Add --objective and its number.');
    if (notApplicable !== undefined && (score !== undefined || text !== undefined))
      throw usage('--not-applicable with --score or --text', 'The reason is the text: give it alone.');
    return { kind: 'enter', objective, version: version ?? 0, score, notApplicable, text };
  }
  if (undo !== undefined) return { kind: 'undo', objective: undo, version };
  if (close === true) return { kind: 'close', incomplete: incomplete === true };
  if (reopen !== undefined) return { kind: 'reopen', reason: reopen };
  if (discard === true) return { kind: 'discard', entered: entered === true };
  if (standard !== undefined) return { kind: 'standard', level: levelOf(standard), agreed };
  if (template !== undefined) return { kind: 'template', file: template };
  return null;
}

function textOf({ text, textFile }: OpenOptions): string | undefined {
  if (text !== undefined && textFile !== undefined)
    throw usage('--text with --text-file', 'Give the text once.');
  return textFile === undefined ? text : readTextFile(textFile);
}

function levelOf(written: string): number | null {
  if (written === 'none') return null;
  if (/^\d{1,3}$/.test(written)) return Number(written);
  throw usage(`--standard ${written.slice(0, 40)}`, 'Give a level, such as 3, or none.');
}

function usage(seen: string, repair: string): Problem {
  return new Problem('USAGE', { seen, repair });
}
