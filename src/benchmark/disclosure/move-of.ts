import type { AnswerSheet } from './answer-sheet.ts';

/** A move as it is counted: the level from which, and whether it was left upwards. */
export interface MoveOutcome {
  readonly from: number;
  readonly reached: boolean;
}

/** The move from one place of a sheet to another. */
export function moveOf(sheet: AnswerSheet, before: number, after: number): MoveOutcome {
  const from = sheet.places[before]?.achieved ?? 0;
  return { from, reached: (sheet.places[after]?.achieved ?? 0) > from };
}
