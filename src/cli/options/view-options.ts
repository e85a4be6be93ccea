import { type Command, InvalidArgumentError } from 'commander';
import type { ViewOf } from '../../app/workspace/view-of.ts';
import type { CommonOptions } from './new-command.ts';

/** What a command is told about the view that it shows. */
export interface ViewOptions extends CommonOptions {
  readonly period?: string;
  readonly factor?: Readonly<Record<string, string>>;
}

/** Gives a command the options of a view. */
export function withViewOptions(command: Command): Command {
  return command
    .option('--period <period>', 'the period that targets are for; the one after the latest unless said')
    .option(
      '--factor <id=state>',
      'suppose a circumstance: yes, no or unknown (can be repeated)',
      collectFactor,
    );
}

/** The view that a command shows. */
export function viewOf(organisation: string, { period, factor }: ViewOptions): ViewOf {
  return {
    organisation,
    ...(period === undefined ? {} : { period }),
    ...(factor === undefined ? {} : { factors: factor }),
  };
}

/** Reads `ID=STATE` of an option that can be repeated. */
export function collectFactor(
  written: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, id, state] = /^([^=]+)=(.*)$/.exec(written) ?? [];
  if (id === undefined || state === undefined)
    throw new InvalidArgumentError('Write it as ID=yes, ID=no or ID=unknown.');
  return { ...before, [id]: state };
}
