import { Problem } from '../../kernel/problem.ts';
import { plainLine, refuseControl } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { assessedRow, type RowName } from './assessed-row.ts';

/** The wording of a level, as it was pasted. */
export interface Pasted extends RowName {
  readonly level: number;
  /** Each line is one statement; no line takes away what was pasted before. */
  readonly text: string;
  readonly by: string;
}

/** How much wording a level can have. */
export const wordingBounds = { lines: 40, line: 1000 } as const;

/**
 * Keeps the wording of one level for all organisations that use the framework. Empty lines, bullets, and a line that is
 * there twice are left out. Answers stay with the statements whose words stay.
 * @throws Problem BAD_VALUE, also where the pack holds the level in full; as `assessedRow` does
 */
export function pasteWording(workspace: Workspace, { level, text, by, ...name }: Pasted): void {
  const { records } = workspace;
  const who = plainLine('by', by, 100, 'Say who pastes it.');
  const lines = pastedLines(text);
  records.writing(() => {
    const { pack, objective } = assessedRow(workspace, name);
    const { framework, criteria } = pack;
    const known = framework.levels.map((each) => each.level).sort((a, b) => a - b);
    if (!known.includes(level))
      throw new Problem('BAD_VALUE', {
        place: 'level',
        seen: String(level),
        allowed: known.join(', '),
        repair: 'Give a level of the framework.',
      });
    const held = criteria.find((each) => each.objective === objective.number && each.level === level)?.held;
    if (held === 'full')
      throw new Problem('BAD_VALUE', {
        place: 'level',
        seen: String(level),
        repair: 'The standard’s words for this level are held in full: answer its statements.',
      });
    records.putWording({ framework: framework.id, objective: objective.number, level, lines }, who);
  });
}

/** The statements of pasted text. @throws Problem BAD_VALUE where there are too many, or one is too long */
export function pastedLines(text: string): readonly string[] {
  refuseControl('text', text);
  const written = text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^\s*(?:[•◦▪‣·*–-]\s+)+/, ''))
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map((line) => plainLine('text', line, wordingBounds.line, ''));
  const lines = [...new Set(written)];
  if (lines.length === 0 && text.trim() !== '')
    throw new Problem('BAD_VALUE', {
      place: 'text',
      seen: 'no words',
      repair: 'Paste the words of the standard, one statement a line.',
    });
  if (lines.length <= wordingBounds.lines) return lines;
  throw new Problem('BAD_VALUE', {
    place: 'text',
    seen: `${lines.length} lines`,
    allowed: `${wordingBounds.lines} at most`,
    repair: 'Paste the words of one level, one statement a line.',
  });
}
