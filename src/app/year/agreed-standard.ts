import { Problem } from '../../kernel/problem.ts';
import { isPeriod } from '../../model/period.ts';
import { plainLine, refuseControl } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A standard that an organisation agreed, as somebody says it. */
export interface GivenStandard {
  readonly organisation: string;
  /** A level of the framework; null gives the standard up. */
  readonly level: number | null;
  /** When it was agreed, or by whom, such as "November 2021". */
  readonly agreed?: string | undefined;
  /** The first period that it holds for. */
  readonly from: string;
  readonly by: string;
}

/** Keeps the level that an organisation agreed to reach everywhere, from a period on. @throws Problem BAD_VALUE, UNKNOWN_ORGANISATION; those of the pack */
export function setAgreedStandard(workspace: Workspace, given: GivenStandard): void {
  const { organisation, level, from } = given;
  const { records } = workspace;
  const who = plainLine('by', given.by, 100, 'Say who records it.');
  const words = given.agreed ?? '';
  refuseControl('agreed', words);
  const agreed = words.trim() === '' ? '' : plainLine('agreed', words, 200, '');
  if (!isPeriod(from))
    throw new Problem('BAD_VALUE', {
      place: 'from',
      seen: from.slice(0, 40) || 'nothing',
      allowed: 'a year such as 2024, or 2024-25',
      repair: 'Give the first period that it holds for.',
    });
  const { framework } = workspace.pack(records.organisation(organisation).framework);
  const levels = framework.levels.map((each) => each.level).sort((a, b) => a - b);
  if (level !== null && !levels.includes(level))
    throw new Problem('BAD_VALUE', {
      place: 'level',
      seen: String(level),
      allowed: `${levels.join(', ')}, or none`,
      repair: 'Give a level of the framework.',
    });
  records.agreeStandard(organisation, { level, agreed: level === null ? '' : agreed, from }, who);
}
