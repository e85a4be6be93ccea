import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { DocumentCell } from './document-table.ts';
import { joinPieces } from './line.ts';
import { periodIn } from './period-in.ts';

/** What a column holds. */
type Kind =
  | 'number'
  | 'name'
  | 'description'
  | 'section'
  | 'period'
  | 'organisation'
  | 'framework'
  | 'state'
  | 'open'
  | 'score'
  | 'text'
  | 'action'
  | 'ignored';

/** A column that is known: its place from 0, its heading, and the period that the heading names, if any. */
export interface TableColumn {
  readonly at: number;
  readonly kind: Kind;
  readonly period: string | null;
  readonly heading: string;
  readonly address: string;
}

/** The columns of a table of objectives; those that are not known are in `unknown`. */
export interface TableColumns {
  readonly known: readonly TableColumn[];
  readonly unknown: readonly DocumentCell[];
}

const plainKinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...pairs('number', ['#', 'no', 'no.', 'nr', 'number', 'ref', 'objective number', 'objective no']),
  ...pairs('name', ['name', 'objective name', 'title']),
  ...pairs('description', ['description', 'objective description']),
  ...pairs('section', ['section', 'theme']),
  ...pairs('period', ['period', 'year']),
  ...pairs('organisation', ['organisation']),
  ...pairs('framework', ['framework']),
  ...pairs('state', ['state']),
  ...pairs('open', ['open assessment']),
]);

const scoreWords =
  /^(?:(?:self[ -]assessment|current|our|agreed|maturity|achieved) )?(?:scores?|level|rating)$/;
const textWords = /^(?:comments?|commentary|text)(?: ?(?:and|&|\/|,|plus) ?actions?)?$/;
const ignoredWords = /^(?:target(?: score)?|reason|target reason)$/;

/** The columns of a row that heads a table of objectives: one that names an objective and at least one score; null for any other row. */
export function tableColumns(row: readonly DocumentCell[]): TableColumns | null {
  const read = row.map((cell, at) => columnOf(cell, at));
  const numbered = read.some((column) => column?.kind === 'number');
  const named = read.some((column) => column?.kind === 'name');
  const known = read.flatMap((column): readonly TableColumn[] => {
    if (column === null) return [];
    if (column.kind !== 'objective') return [{ ...column, kind: column.kind }];
    return [{ ...column, kind: named && !numbered ? 'number' : 'name' }];
  });
  const has = (...kinds: readonly Kind[]) => known.some(({ kind }) => kinds.includes(kind));
  if (!has('number', 'name') || !has('score')) return null;
  const unknown = row.filter((cell, at) => cell.text.trim() !== '' && read[at] === null);
  return { known, unknown };
}

/** A row of headings over two lines, the upper of which spans columns of the lower, as one row. */
export function stackedHeading(
  upper: readonly DocumentCell[],
  lower: readonly DocumentCell[],
): readonly DocumentCell[] {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [top, below] = [upper[at], lower[at]];
    const written = joinPieces([top?.text ?? '']);
    if (written !== '') over = written;
    const spans = periodIn(over) !== null;
    const text = joinPieces([written === '' && spans ? over : written, below?.text ?? '']);
    return { text, address: (below ?? top)?.address ?? '' };
  });
}

/** What is wrong with the columns of a table: some that are there twice, and some that are not known. */
export function columnFindings({ known, unknown }: TableColumns, file: string): readonly Diagnostic[] {
  const seen = new Set<string>();
  const twice = known.filter(({ kind, period }) => {
    const key = `${kind} ${period}`;
    return kind !== 'ignored' && (seen.has(key) || seen.add(key) === undefined);
  });
  return [
    ...twice.map(({ address, heading }) =>
      diagnose('document/column-twice', {
        file,
        place: address,
        seen: heading,
        allowed: 'each column once',
        repair: 'Keep one of the two.',
      }),
    ),
    ...unknown.map(({ address, text }) =>
      diagnose('document/column-unknown', {
        file,
        place: address,
        seen: joinPieces([text]).slice(0, 80),
        allowed: '#, Objective, Description, Section, "2023 Score", "2023 Comments and Action"',
        repair: 'Its text is left out; rename the column if it should be read.',
      }),
    ),
  ];
}

function columnOf(
  { text, address }: DocumentCell,
  at: number,
): (Omit<TableColumn, 'kind'> & { readonly kind: Kind | 'objective' }) | null {
  const heading = joinPieces([text]);
  const place = { at, heading, address };
  const plain = plainKinds.get(heading.toLowerCase());
  if (plain !== undefined) return { ...place, kind: plain, period: null };
  if (/^objectives?$/i.test(heading)) return { ...place, kind: 'objective', period: null };
  const named = periodIn(heading);
  const words = joinPieces([(named?.rest ?? heading).toLowerCase().replace(/[():*–]|-$|^-/g, ' ')]);
  const kind = wordsKind(words);
  return kind === null ? null : { ...place, kind, period: named?.period ?? null };
}

function wordsKind(words: string): Kind | null {
  if (scoreWords.test(words)) return 'score';
  if (textWords.test(words)) return 'text';
  if (/^actions?$/.test(words)) return 'action';
  return ignoredWords.test(words) ? 'ignored' : null;
}

function pairs(kind: Kind, headings: readonly string[]): readonly (readonly [string, Kind])[] {
  return headings.map((heading) => [heading, kind]);
}
