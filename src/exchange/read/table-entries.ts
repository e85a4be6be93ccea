import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { shorten } from '../../kernel/shorten.ts';
import type { Framework, Objective } from '../../model/framework.ts';
import type { DocumentObjective } from './document-reading.ts';
import type { DocumentCell, DocumentTable } from './document-table.ts';
import { levelColumns } from './level-columns.ts';
import { joinPieces } from './line.ts';
import { periodIn } from './period-in.ts';
import {
  columnFindings,
  stackedHeading,
  type TableColumn,
  type TableColumns,
  tableColumns,
} from './table-columns.ts';

/** What a table says of one objective in one period, as its cells. */
export interface TableEntry {
  readonly objective: Objective;
  readonly period: string;
  readonly place: string;
  readonly score: DocumentCell;
  readonly state: string;
  /** Comment and action cells, in the order of their columns; an action with its column's heading. */
  readonly texts: { readonly cell: DocumentCell; readonly action: string | null }[];
}

/** What one table holds. */
export interface TableEntries {
  /** Whether it has a heading of objectives and scores. */
  readonly read: boolean;
  readonly objectives: readonly DocumentObjective[];
  readonly entries: readonly TableEntry[];
  /** The section that its last row stands in; null where no heading says. */
  readonly section: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a table is read with. */
export interface TableContext {
  readonly framework: Framework;
  readonly file: string;
  /** The section under whose heading the table stands. */
  readonly section: string | null;
  /** The period of a score column that names none. */
  readonly unlabelled: (table: DocumentTable) => string;
}

/** The section that a heading names, with or without a number before it; undefined for none. */
export function sectionNamed(text: string, { sections }: Framework): string | undefined {
  const fold = (name: string) => joinPieces([name]).toLowerCase();
  const plain = fold(text);
  const bare = plain.replace(/^(?:section )?\d+(?:\.\d+)*[.:)]?(?: -)? /, '');
  return sections.find(({ id, name }) => [plain, bare].includes(fold(name)) || id === plain)?.id;
}

/** Goes through the rows of a table: headings, also repeated and over two lines; heads of sections; objectives by number or name; rows that run on. */
export function tableEntries(table: DocumentTable, context: TableContext): TableEntries {
  const { framework, file } = context;
  const diagnostics: Diagnostic[] = [];
  const objectives: DocumentObjective[] = [];
  const entries: TableEntry[] = [];
  let section = context.section;
  let columns: TableColumns | null = null;
  let headings = '';
  let principles = false;
  let above: readonly TableEntry[] = [];
  let skip = -1;

  const unread = (row: readonly DocumentCell[]) => {
    const first = row.find(({ text }) => text.trim() !== '');
    diagnostics.push(
      diagnose('document/row-unread', {
        file,
        place: first?.address ?? table.name,
        seen: JSON.stringify(shorten(joinPieces(row.map(({ text }) => text)))),
        allowed: '',
        repair: 'It is left out; if it belongs to an objective, give it the number.',
      }),
    );
  };
  const begin = (found: TableColumns, row: readonly DocumentCell[]) => {
    const written = JSON.stringify(row.map(({ text }) => joinPieces([text])));
    principles = false;
    if (written === headings) return;
    headings = written;
    columns = found;
    above = [];
    diagnostics.push(...columnFindings(found, file));
  };

  for (const [index, row] of table.rows.entries()) {
    const filled = row.filter(({ text }) => text.trim() !== '');
    if (filled.length === 0 || index === skip) continue;
    const stacked = stackedHeading(row, table.rows[index + 1] ?? []);
    const numbered = columns !== null && hasNumber(row, columns);
    const plain = numbered ? null : tableColumns(row);
    const stackable = !numbered && (columns === null || filled.length > 1);
    const heading = plain ?? (stackable ? tableColumns(stacked) : null);
    if (heading !== null) {
      if (plain === null) skip = index + 1;
      begin(heading, plain === null ? stacked : row);
      continue;
    }
    const [sole, ...others] = [...new Set(filled.map(({ text }) => joinPieces([text])))];
    const named = others.length === 0 ? sectionNamed(sole ?? '', framework) : undefined;
    if (named !== undefined) {
      section = named;
      principles = false;
      above = [];
      continue;
    }
    const cells = row.map(({ text }) => text);
    if (!numbered && levelColumns({ number: index, cells }, framework.levels) !== null) {
      principles = true;
      continue;
    }
    if (columns === null) {
      if (!principles) unread(row);
      continue;
    }
    const shape: TableColumns = columns;
    const known = objectiveOf(row, shape, framework, file);
    if (known === null) {
      if (principles) continue;
      if (runsOn(row, shape) && above.length > 0)
        diagnostics.push(...addTo(above, textsOf(row, shape), file));
      else unread(row);
    } else if ('code' in known) diagnostics.push(known);
    else {
      principles = false;
      const place = filled[0]?.address ?? table.name;
      const own = sectionNamed(cellText(row, shape, 'section'), framework) ?? section ?? known.section;
      const name = joinPieces([cellText(row, shape, 'name')]).replace(/^\d{1,4}[.):]? +/, '');
      const description = joinPieces([cellText(row, shape, 'description')]);
      objectives.push({ number: known.number, name, description, section: own, place });
      above = rowEntries(row, shape, known, place, () => context.unlabelled(table));
      entries.push(...above);
    }
  }
  return { read: columns !== null, objectives, entries, section, diagnostics };
}

/** Whether a whole number stands in the column for it: then the row is no heading, whatever its texts say. */
function hasNumber(row: readonly DocumentCell[], columns: TableColumns): boolean {
  return /^\d{1,4}$/.test(cellText(row, columns, 'number').trim());
}

function rowEntries(
  row: readonly DocumentCell[],
  { known }: TableColumns,
  objective: Objective,
  place: string,
  unlabelled: () => string,
): readonly TableEntry[] {
  const at = known.find(({ kind }) => kind === 'period')?.at;
  const own = at === undefined ? null : periodIn(row[at]?.text ?? '')?.period;
  const periodOf = (column: TableColumn) => column.period ?? own ?? unlabelled();
  const state = joinPieces([cellText(row, { known, unknown: [] }, 'state')]).toLowerCase();
  const texts = textsOf(row, { known, unknown: [] });
  return known
    .filter(({ kind }) => kind === 'score')
    .map((column) => ({
      objective,
      period: periodOf(column),
      place: row[column.at]?.address ?? place,
      score: row[column.at] ?? { text: '', address: place },
      state,
      texts: texts.filter((text) => text.period === column.period),
    }));
}

interface PeriodText {
  readonly period: string | null;
  readonly cell: DocumentCell;
  readonly action: string | null;
}

function textsOf(row: readonly DocumentCell[], { known }: TableColumns): readonly PeriodText[] {
  return known.flatMap(({ kind, at, period, heading }) => {
    const cell = row[at];
    if ((kind !== 'text' && kind !== 'action') || cell === undefined || cell.text.trim() === '') return [];
    const word = /actions?/i.exec(heading)?.[0] ?? heading;
    return [{ period, cell, action: kind === 'action' ? word : null }];
  });
}

function objectiveOf(
  row: readonly DocumentCell[],
  columns: TableColumns,
  framework: Framework,
  file: string,
): Objective | Diagnostic | null {
  const { objectives } = framework;
  const name = joinPieces([cellText(row, columns, 'name')]);
  const number = joinPieces([cellText(row, columns, 'number')]);
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const byNumber = (written: string) => {
    const match = /^(?:objective |no\.? ?|# ?)?(\d{1,4})(?:\.0?)?$/i.exec(written);
    return match === null ? undefined : Number(match[1]);
  };
  const written =
    byNumber(number) ??
    byNumber(name) ??
    byNumber(/^\d{1,4}[.):]? /.exec(name)?.[0].replace(/[):]? $/, '') ?? '');
  const found =
    written === undefined
      ? name === '' || number !== ''
        ? undefined
        : objectives.find((objective) => fold(objective.name) === fold(name))
      : objectives.find((objective) => objective.number === written);
  if (found !== undefined) return found;
  if (written === undefined) return null;
  return diagnose('document/objective-unknown', {
    file,
    place: row.find(({ text }) => text.trim() !== '')?.address ?? '',
    seen: JSON.stringify(shorten(number === '' ? name : number)),
    allowed: `the number of an objective of ${framework.id}`,
    repair: 'Mend the number, or take the row out.',
  });
}

/** Whether a row has text and nothing else, so that it continues the row above. */
function runsOn(row: readonly DocumentCell[], { known }: TableColumns): boolean {
  return row.every(({ text }, at) => {
    const kind = known.find((column) => column.at === at)?.kind;
    return text.trim() === '' || kind === 'text' || kind === 'action';
  });
}

function addTo(
  above: readonly TableEntry[],
  texts: readonly PeriodText[],
  file: string,
): readonly Diagnostic[] {
  for (const text of texts)
    for (const entry of above) {
      const own = text.period === null || text.period === entry.period;
      const before = entry.texts.some(({ action }) => action !== null);
      if (own) entry.texts.push(text.action !== null && before ? { ...text, action: null } : text);
    }
  return texts.slice(0, 1).map(({ cell }) =>
    diagnose('document/row-continued', {
      file,
      place: cell.address,
      seen: JSON.stringify(shorten(joinPieces([cell.text]))),
      allowed: '',
      repair: `It was added to objective ${above[0]?.objective.number}.`,
    }),
  );
}

function cellText(row: readonly DocumentCell[], { known }: TableColumns, kind: TableColumn['kind']): string {
  const at = known.find((column) => column.kind === kind)?.at;
  return at === undefined ? '' : (row[at]?.text ?? '');
}
