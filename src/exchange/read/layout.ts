import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { Framework } from '../../model/framework.ts';
import type { Block } from './block.ts';
import { type LevelColumns, levelColumns } from './level-columns.ts';
import { isBlank, joinPieces, type Line, soleText } from './line.ts';
import { isObjectiveHeading, objectiveColumns } from './objective-columns.ts';
import { type OpenTable, openLevelTable, openObjectiveTable } from './open-table.ts';
import { outsideTable } from './outside-table.ts';

/** A document's parts in order. */
export interface Layout {
  /** The first line, where it is not a heading. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the parts of a document by its headings: section names, level names and column names, as the framework and
 * the form have them. A heading that a page break repeats changes nothing. Every line is taken once; one that fits
 * nowhere is a warning.
 */
export function layout(allLines: readonly Line[], framework: Framework, file: string): Layout {
  const lines = allLines.filter((line) => !isBlank(line));
  const sections = new Map(framework.sections.map(({ id, name }) => [fold(name), id]));
  const blocks: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  let title: string | null = null;
  let table: OpenTable | null = null;
  let section: string | null = null;
  let heading = '';

  const close = () => {
    if (table !== null) blocks.push(...table.close());
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
      diagnostics.push(...levelTwice(levels, file));
      close();
      table = openLevelTable(levels, file);
      return true;
    }
    if (!isObjectiveHeading(line)) return false;
    const repeated = table?.kind === 'objectives' && heading === line.cells.join('\t');
    if (repeated) return true;
    heading = line.cells.join('\t');
    const { columns, diagnostics: found } = objectiveColumns(line, file);
    diagnostics.push(...found);
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
      diagnostics.push(unknownSection(line.number, text, framework, file));
    } else if (title === null && table === null && last === undefined) {
      title = text;
    } else {
      diagnostics.push(outsideTable(line, file));
    }
    return true;
  };

  for (const [index, line] of lines.entries()) {
    if (readHeading(line) || readTableHeading(line) || readPlain(line, lines[index + 1])) continue;
    const problem: Diagnostic | null = addTo(table, line, file);
    if (problem !== null) diagnostics.push(problem);
  }
  close();
  return { title, blocks, diagnostics };
}

function addTo(table: OpenTable | null, line: Line, file: string): Diagnostic | null {
  return table === null ? outsideTable(line, file) : table.add(line);
}

function fold(name: string): string {
  return joinPieces([name]).toLowerCase();
}

function levelTwice({ line, levels }: LevelColumns, file: string): readonly Diagnostic[] {
  const named = levels.filter((level) => level !== null);
  const twice = named.filter((level, index) => named.indexOf(level) !== index);
  return twice.map((level) =>
    diagnose('document/column-twice', {
      file,
      place: `line ${line}`,
      seen: `level ${level} twice`,
      allowed: 'each level once',
      repair: 'Mend the heading of the table.',
    }),
  );
}

function unknownSection(line: number, seen: string, framework: Framework, file: string): Diagnostic {
  return diagnose('document/section-unknown', {
    file,
    place: `line ${line}`,
    seen: JSON.stringify(seen),
    allowed: framework.sections.map(({ name }) => name).join('; '),
    repair: 'Give the heading as the framework has it.',
  });
}
