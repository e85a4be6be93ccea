import type { Level } from '../../model/framework.ts';
import { joinPieces, type Line } from './line.ts';

/** Where the columns of a level table are: the level of each column, null for a column of labels. */
export interface LevelColumns {
  readonly line: number;
  readonly levels: readonly (number | null)[];
}

/** The columns of a line that heads a level table ("3 - Mature" in two cells or more); null for any other line. */
export function levelColumns(line: Line, levels: readonly Level[]): LevelColumns | null {
  const found = line.cells.map((cell) => levelOf(cell, levels));
  const named = found.filter((level) => level !== null);
  const others = line.cells.filter((cell, index) => index > 0 && cell !== '' && found[index] === null);
  if (named.length < 2 || others.length > 0) return null;
  return { line: line.number, levels: found };
}

function levelOf(cell: string, levels: readonly Level[]): number | null {
  const heading = joinPieces([cell]).replace('–', '-').toLowerCase();
  return levels.find(({ level, name }) => heading === `${level} - ${name.toLowerCase()}`)?.level ?? null;
}
