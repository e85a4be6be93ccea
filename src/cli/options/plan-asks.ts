import type { Command } from 'commander';
import type { PlanView } from '../../app/plan/change-plan-row.ts';
import { writtenRequest } from '../../app/plan/written-request.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import { countUpTo, wholeNumber } from './whole-number.ts';

/** What a command is told to ask a plan for. */
export interface PlanAsks {
  readonly days?: number;
  readonly minimum?: readonly string[];
  readonly lock?: readonly string[];
  readonly weight?: readonly string[];
  readonly effort?: readonly string[];
  readonly levels?: number;
}

const collect = (written: string, before: readonly string[] = []) => [...before, written];

/** Gives a command the options that ask a plan for something. @param days what its days are */
export function withPlanAsks(command: Command, days: string): Command {
  return command
    .option('--days <number>', days, wholeNumber)
    .option(
      '--minimum <what=level>',
      'a level that must be reached, of an objective or a section (can be repeated)',
      collect,
    )
    .option('--lock <objective=level>', 'a target that is settled (can be repeated)', collect)
    .option(
      '--weight <what=number>',
      'how much a level counts, of an objective or a section (can be repeated)',
      collect,
    )
    .option(
      '--effort <objective=days>',
      'officer-days of a step; 4:3=15 for that to level 3 (can be repeated)',
      collect,
    )
    .option('--levels <number>', 'the most levels that an objective rises', countUpTo(999_999));
}

/** What a command asks a plan for; null where it asks for nothing. @throws Problem USAGE for demands without days; as `writtenRequest` does */
export async function planRequestOf(
  workspace: Workspace,
  view: PlanView,
  { days, minimum, lock, weight, effort, levels }: PlanAsks,
): Promise<PlanRequest | null> {
  if (days !== undefined)
    return writtenRequest(workspace, view, { days, minimum, lock, weight, effort, levels });
  if ([minimum, lock, weight, effort, levels].every((one) => one === undefined)) return null;
  throw new Problem('USAGE', {
    seen: 'demands without --days',
    repair: 'Say with --days how many officer-days there are.',
  });
}
