import type { ReadingCorrection } from '../model/reading-correction.ts';
import type { Pack } from '../pack/pack.ts';
import { type CorrectedCell, correctedCell } from './corrected-cell.ts';
import type { CommentReader } from './reading/comment-reader.ts';

/** A comment reader whose readings are as officers corrected them, and the cells that it met. */
export interface CorrectedReader {
  readonly read: CommentReader;
  /** In the order in which they were read. */
  readonly cells: () => readonly CorrectedCell[];
}

/**
 * Corrects what a comment reader reads, by `correctedCell`. A correction belongs to one cell (objective and period) and
 * to the words that it quotes. A cell that is taken over by a later one is taken over with its corrections.
 */
export function correctedReader(
  pack: Pack,
  read: CommentReader,
  corrections: readonly ReadingCorrection[],
): CorrectedReader {
  const cells: CorrectedCell[] = [];
  return {
    read: (row, period) => {
      const own = corrections.filter((each) => each.objective === row.objective && each.period === period);
      const cell = correctedCell(pack, read(row, period), own);
      cells.push(cell);
      return { ...cell.reading, obstacles: cell.obstacles.map(({ obstacle }) => obstacle) };
    },
    cells: () => cells,
  };
}
