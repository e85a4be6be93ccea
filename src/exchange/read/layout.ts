import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { Framework } from '../../model/framework.ts';
import type { Block } from './block.ts';
import { type LevelColumns, levelColumns } from './level-columns.ts';
import { isBlank, joinPieces, type Line, soleText } from './line.ts';
import { isObjectiveHeading, objectiveColumns } from './objective-columns.ts';
import { type OpenTable, openLevelTable, openObjectiveTable } from './open-table.ts';
import { outsideTable, type Stray } from './outside-table.ts';

/** A document's parts in order. */
export interface Layout {
  /** The first line, where it is not a heading. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the parts of a document by its headings: section names, level names and column names, as the framework and
 * the form have them. A heading that a page break repeats changes nothing. Every line is taken once; lines
 * that fit nowhere are a warning.
 */
export function layout(allLines: readonly Line[], framework: Framework, file: string): Layout {
  const lines = allLines.filter((line) => !isBlank(line));
  const sections = new Map(framework.sections.map(({ id, name }) => [fold(name), id]));
  const names = framework.sections.map(({ name }) => name).join('; ');
  const blocks: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  let title: string | null = null;
  let table: OpenTable | null = null;
  let section: string | null = null;
  let heading = '';

  const strays: Stray[] = [];
  let before: Line | undefined;

  const stray = (line: Line) => {
    const open = strays.at(-1);
    if (open !== undefined && open.last === before) open.last = line;
    else strays.push({ first: line, last: line });
  };
  const close = () => {
    if (table !== null) for (const block of table.close()) blocks.push(block);
    table = null;
  };
  const beginsTable = (line: Line | undefined) =>
    line !== undefined && (isObjectiveHeading(line) || levelColumns(line, framework.levels) !== null);

  const readHeading = (line: Line): boolean => {
    const text = soleText(line);
    const id = text === null ? undefined : sections.get(fold(text));
    if (text === null || id === undefined) return false;
    if (id === section) return true;
    close();
    section = id;
    blocks.push({ kind: 'section', line: line.number, id, name: joinPieces([text]) });
    return true;
  };

  const readTableHeading = (line: Line): boolean => {
    const levels = levelColumns(line, framework.levels);
    if (levels !== null) {
      const twice = levelTwice(levels, file);
      if (twice !== null) diagnostics.push(twice);
      close();
      table = openLevelTable(levels, file);
      return true;
    }
    if (!isObjectiveHeading(line)) return false;
    const repeated = table?.kind === 'objectives' && heading === line.cells.join('\t');
    if (repeated) return true;
    heading = line.cells.join('\t');
    const { columns, diagnostics: found } = objectiveColumns(line, file);
    for (const diagnostic of found) diagnostics.push(diagnostic);
    close();
    table = openObjectiveTable(columns, file);
    return true;
  };

  const readPlain = (line: Line, next: Line | undefined): boolean => {
    if (line.cells.length > 1) return false;
    const text = joinPieces(line.cells);
    const last = blocks.at(-1);
    if (table === null && (last?.kind === 'section' || last?.kind === 'note')) {
      blocks.push({ kind: 'note', line: line.number, text });
    } else if (beginsTable(next)) {
      close();
      section = null;
      blocks.push({ kind: 'section', line: line.number, id: null, name: text });
      diagnostics.push(unknownSection(line.number, text, names, file));
    } else if (title === null && table === null && last === undefined) {
      title = text;
    } else {
      stray(line);
    }
    return true;
  };

  for (const [index, line] of lines.entries()) {
    before = lines[index - 1];
    if (readHeading(line) || readTableHeading(line) || readPlain(line, lines[index + 1])) continue;
    const result = addTo(table, line);
    if (result === 'outside') stray(line);
    else if (result !== null) diagnostics.push(result);
  }
  close();
  for (const one of strays) diagnostics.push(outsideTable(one, file));
  return { title, blocks, diagnostics };
}

function addTo(table: OpenTable | null, line: Line): ReturnType<OpenTable['add']> {
  return table === null ? 'outside' : table.add(line);
}

function fold(name: string): string {
  return joinPieces([name]).toLowerCase();
}

function levelTwice({ line, levels }: LevelColumns, file: string): Diagnostic | null {
  const seen = new Set<number>();
  for (const level of levels) {
    if (level === null) continue;
    if (seen.has(level))
      return diagnose('document/column-twice', {
        file,
        place: `line ${line}`,
        seen: `level ${level} twice`,
        allowed: 'each level once',
        repair: 'Mend the heading of the table.',
      });
    seen.add(level);
  }
  return null;
}

function unknownSection(line: number, seen: string, names: string, file: string): Diagnostic {
  return diagnose('document/section-unknown', {
    file,
    place: `line ${line}`,
    seen: JSON.stringify(seen),
    allowed: names,
    repair: 'Give the heading as the framework has it.',
  });
}
