import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { Framework } from '../../model/framework.ts';
import type { Block } from './block.ts';
import type { DocumentCriterion, DocumentSection } from './document-reading.ts';
import { addPiece, joinPieces } from './line.ts';
import { objectiveLabel } from './open-table.ts';

interface LevelTable {
  readonly line: number;
  readonly label: string;
  readonly pieces: Map<number, string[]>;
}

interface SectionDraft {
  readonly id: string;
  readonly name: string;
  readonly notes: string[];
  readonly tables: LevelTable[];
}

/** Sections with their principles, criteria grids, and what was wrong with them. */
export interface SectionsRead {
  readonly sections: readonly DocumentSection[];
  readonly criteria: readonly DocumentCriterion[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Sections and criteria grids from a document's parts; a section of the framework that is not there is an error. */
export function readSections(blocks: readonly Block[], framework: Framework, file: string): SectionsRead {
  const diagnostics: Diagnostic[] = [];
  const drafts = draftSections(blocks, file, diagnostics);
  const criteria: DocumentCriterion[] = [];
  const sections: DocumentSection[] = [];
  for (const { id, name, notes, tables } of drafts.values()) {
    let principles: DocumentSection['principles'] = [];
    for (const table of tables) {
      const label = objectiveLabel(table.label);
      if (label !== null) for (const cell of grid(table, label.objective, label.rest)) criteria.push(cell);
      else if (principles.length === 0) principles = cellsOf(table);
      else diagnostics.push(outside(table.line, file, table.label));
    }
    sections.push({ id, name, principles, notes });
  }
  for (const { id, name } of framework.sections) if (!drafts.has(id)) diagnostics.push(missing(name, file));
  return { sections, criteria, diagnostics: [...diagnostics, ...checkCriteria(criteria, framework, file)] };
}

function draftSections(blocks: readonly Block[], file: string, diagnostics: Diagnostic[]) {
  const drafts = new Map<string, SectionDraft>();
  let current: SectionDraft | null = null;
  let open: LevelTable | null = null;
  for (const block of blocks) {
    if (block.kind === 'section') {
      current =
        block.id === null
          ? null
          : (drafts.get(block.id) ?? { ...block, id: block.id, notes: [], tables: [] });
      if (current !== null) drafts.set(current.id, current);
    } else if (block.kind === 'note') {
      current?.notes.push(block.text);
    } else if (block.kind === 'levels' && current === null) {
      diagnostics.push(outside(block.line, file, block.label));
    } else if (block.kind === 'levels') {
      const table: LevelTable =
        block.label === '' && open !== null
          ? open
          : { line: block.line, label: block.label, pieces: new Map() };
      if (table !== open) current?.tables.push(table);
      for (const { level, text } of block.cells) addPiece(table.pieces, level, text);
      open = table;
      continue;
    }
    open = null;
  }
  return drafts;
}

function cellsOf({ pieces }: LevelTable): readonly { readonly level: number; readonly text: string }[] {
  return [...pieces].map(([level, texts]) => ({ level, text: joinPieces(texts) }));
}

function grid(table: LevelTable, objective: number, rest: string): readonly DocumentCriterion[] {
  const name = rest.replace(/^[-–:] ?/, '').replace(/ ?[-–] ?scoring criteria$/i, '');
  return cellsOf(table).map(({ level, text }) => ({ objective, name, level, text, line: table.line }));
}

function checkCriteria(
  criteria: readonly DocumentCriterion[],
  framework: Framework,
  file: string,
): readonly Diagnostic[] {
  const known = new Set(framework.objectives.map(({ number }) => number));
  const seen = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const { objective, level, line } of criteria) {
    const detail = {
      file,
      place: `line ${line}`,
      seen: `criteria for objective ${objective}, level ${level}`,
    };
    const key = `${objective} ${level}`;
    if (!known.has(objective))
      diagnostics.push(
        diagnose('document/objective-unknown', {
          ...detail,
          allowed: `an objective of ${framework.id}`,
          repair: 'Mend the number in the label.',
        }),
      );
    else if (seen.has(key))
      diagnostics.push(
        diagnose('document/objective-twice', {
          ...detail,
          allowed: `once, as on line ${seen.get(key)}`,
          repair: 'Take one of the two out.',
        }),
      );
    else seen.set(key, line);
  }
  return diagnostics;
}

function missing(name: string, file: string): Diagnostic {
  return diagnose('document/section-missing', {
    file,
    place: `section ${name}`,
    seen: 'no such heading',
    allowed: JSON.stringify(name),
    repair: 'Give the whole document, with its headings.',
  });
}

function outside(line: number, file: string, label: string): Diagnostic {
  return diagnose('document/text-outside-table', {
    file,
    place: `line ${line}`,
    seen: `a table of levels labelled ${JSON.stringify(label)}`,
    allowed: '',
    repair: 'It is left out, as its section is not known or has its principles already.',
  });
}
