import type { Command } from 'commander';
import type { RowName } from '../../app/criteria/assessed-row.ts';
import type { CommonOptions } from './new-command.ts';
import { wholeNumber } from './whole-number.ts';

/** What a command is told about the row of a return that it is about. */
export interface RowOptions extends CommonOptions {
  readonly period?: string;
  readonly by: string;
}

/** Gives a command the arguments and options of a row. */
export function withRow(command: Command): Command {
  return command
    .argument('<organisation>', 'its id')
    .argument('<objective>', 'its number', wholeNumber)
    .option('--period <period>', 'the period of the return; the latest unless said');
}

/** The row that a command is about. */
export function rowName(organisation: string, objective: number, { period }: RowOptions): RowName {
  return { organisation, objective, period };
}
