import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { Block, ObjectiveRow } from './block.ts';
import type { LevelColumns } from './level-columns.ts';
import { joinPieces, type Line } from './line.ts';
import type { ObjectiveColumns } from './objective-columns.ts';
import { outsideTable } from './outside-table.ts';

/** A table that is being read, line by line. */
export interface OpenTable {
  readonly kind: 'levels' | 'objectives';
  /** Takes a line; a diagnostic says what could not be taken. */
  readonly add: (line: Line) => Diagnostic | null;
  /** What was read. */
  readonly close: () => readonly Block[];
}

/**
 * An objective table: a line with text in the "#" column begins a row, any other continues the row above, also
 * across page breaks.
 */
export function openObjectiveTable(columns: ObjectiveColumns, file: string): OpenTable {
  const rows: { readonly line: number; readonly pieces: readonly string[][] }[] = [];
  const numberAt = columns.at.get('number') ?? 0;
  return {
    kind: 'objectives',
    add(line) {
      if (line.cells[numberAt]) rows.push({ line: line.number, pieces: emptyPieces(columns.width) });
      const row = rows.at(-1);
      if (row === undefined) return outsideTable(line, file);
      return addPieces(row.pieces, line, file);
    },
    close: () => [{ kind: 'objectives', columns, rows: rows.map(closeRow) }],
  };
}

function closeRow(row: { readonly line: number; readonly pieces: readonly string[][] }): ObjectiveRow {
  return { line: row.line, cells: row.pieces.map(joinPieces) };
}

/** A level table: all its lines are one row, as a label may stand beside any of them; a second objective's label begins a second row. */
export function openLevelTable(columns: LevelColumns, file: string): OpenTable {
  const rows: { line: number; labelled: boolean; readonly pieces: readonly string[][] }[] = [];
  const begin = (line: number) => {
    const row = { line, labelled: false, pieces: emptyPieces(columns.levels.length) };
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
      return addPieces(row.pieces, line, file);
    },
    close: () => rows.map(({ line, pieces }) => closeLevels(columns, line, pieces)),
  };
}

function closeLevels(columns: LevelColumns, line: number, pieces: readonly string[][]): Block {
  const cells: { level: number; text: string }[] = [];
  const labels: string[] = [];
  for (const [at, level] of columns.levels.entries()) {
    const text = joinPieces(pieces[at] ?? []);
    if (text === '') continue;
    if (level === null) labels.push(text);
    else cells.push({ level, text });
  }
  return { kind: 'levels', line, label: labels.join(' '), cells };
}

/** The objective that the label of a criteria grid names, and what follows its number; null for another label. */
export function objectiveLabel(label: string): { readonly objective: number; readonly rest: string } | null {
  const match = /^objective (\d{1,4})(?!\d)/i.exec(label);
  return match === null ? null : { objective: Number(match[1]), rest: label.slice(match[0].length).trim() };
}

function emptyPieces(width: number): readonly string[][] {
  return Array.from({ length: width }, () => []);
}

function addPieces(pieces: readonly string[][], line: Line, file: string): Diagnostic | null {
  const beyond = line.cells.slice(pieces.length).filter((cell) => cell !== '');
  for (const [at, cell] of line.cells.entries()) if (cell !== '') pieces[at]?.push(cell);
  if (beyond.length === 0) return null;
  return diagnose('document/row-broken', {
    file,
    place: `line ${line.number}`,
    seen: `${line.cells.length} cells, the last ${JSON.stringify(beyond.at(-1)?.slice(0, 60))}`,
    allowed: `${pieces.length} cells`,
    repair: 'Take out the tab that is too many, or put back the heading of the table.',
  });
}
