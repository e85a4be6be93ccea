import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { Block, ObjectiveRow } from './block.ts';
import type { LevelColumns } from './level-columns.ts';
import { addPiece, joinPieces, type Line } from './line.ts';
import type { ObjectiveColumns } from './objective-columns.ts';

/** What each column of a row holds so far; a column without words is absent. */
type Pieces = Map<number, string[]>;

/** A table that is being read, line by line. */
export interface OpenTable {
  readonly kind: 'levels' | 'objectives';
  /** Takes a line; a diagnostic says what is wrong with it, `outside` that it belongs to no row. */
  readonly add: (line: Line) => Diagnostic | 'outside' | null;
  /** What was read. */
  readonly close: () => readonly Block[];
}

/**
 * An objective table: a line with text in the "#" column begins a row, any other continues the row above, also
 * across page breaks.
 */
export function openObjectiveTable(columns: ObjectiveColumns, file: string): OpenTable {
  const rows: { readonly line: number; readonly pieces: Pieces }[] = [];
  const numberAt = columns.at.get('number') ?? 0;
  return {
    kind: 'objectives',
    add(line) {
      if (line.cells[numberAt]) rows.push({ line: line.number, pieces: new Map() });
      const row = rows.at(-1);
      if (row === undefined) return 'outside';
      return addPieces(row.pieces, columns.width, line, file);
    },
    close: () => [{ kind: 'objectives', columns, rows: rows.map(closeRow) }],
  };
}

function closeRow({ line, pieces }: { readonly line: number; readonly pieces: Pieces }): ObjectiveRow {
  return { line, cells: new Map([...pieces].map(([at, texts]) => [at, joinPieces(texts)])) };
}

/** A level table: all its lines are one row, as a label may stand beside any of them; a second objective's label begins a second row. */
export function openLevelTable(columns: LevelColumns, file: string): OpenTable {
  const rows: { line: number; labelled: boolean; readonly pieces: Pieces }[] = [];
  const begin = (line: number) => {
    const row = { line, labelled: false, pieces: new Map<number, string[]>() };
    rows.push(row);
    return row;
  };
  return {
    kind: 'levels',
    add(line) {
      const labels = line.cells.some(
        (cell, at) => columns.levels[at] === null && objectiveLabel(cell) !== null,
      );
      let row = rows.at(-1) ?? begin(line.number);
      if (labels && row.labelled) row = begin(line.number);
      row.labelled ||= labels;
      return addPieces(row.pieces, columns.levels.length, line, file);
    },
    close: () => rows.map(({ line, pieces }) => closeLevels(columns, line, pieces)),
  };
}

function closeLevels(columns: LevelColumns, line: number, pieces: Pieces): Block {
  const cells: { level: number; text: string }[] = [];
  const labels: string[] = [];
  for (const [at, texts] of [...pieces].sort(([a], [b]) => a - b)) {
    const level = columns.levels[at] ?? null;
    if (level === null) labels.push(joinPieces(texts));
    else cells.push({ level, text: joinPieces(texts) });
  }
  return { kind: 'levels', line, label: labels.join(' '), cells };
}

/** The objective that the label of a criteria grid names, and what follows its number; null for another label. */
export function objectiveLabel(label: string): { readonly objective: number; readonly rest: string } | null {
  const match = /^objective (\d{1,4})(?!\d)/i.exec(label);
  return match === null ? null : { objective: Number(match[1]), rest: label.slice(match[0].length).trim() };
}

function addPieces(pieces: Pieces, width: number, line: Line, file: string): Diagnostic | null {
  const beyond = line.cells.slice(width).filter((cell) => cell !== '');
  for (const [at, cell] of line.cells.slice(0, width).entries()) if (cell !== '') addPiece(pieces, at, cell);
  if (beyond.length === 0) return null;
  return diagnose('document/row-broken', {
    file,
    place: `line ${line.number}`,
    seen: `${line.cells.length} cells, the last ${JSON.stringify(beyond.at(-1)?.slice(0, 60))}`,
    allowed: `${width} cells`,
    repair: 'Take out the tab that is too many, or put back the heading of the table.',
  });
}
