import { isPeriod } from '../../model/period.ts';
import type { DocumentTable, ParsedDocument } from './document-table.ts';
import { headedRows } from './headed-rows.ts';
import { joinPieces } from './line.ts';
import { periodIn } from './period-in.ts';
import { tableColumns } from './table-columns.ts';

/** What a document says of itself, where Headroom wrote it; null or empty for what it does not say. */
export interface DocumentStamp {
  readonly organisation: string | null;
  readonly framework: string | null;
  /** Oldest first. */
  readonly periods: readonly string[];
  /** Those of its periods that were not closed when it was made. */
  readonly open: readonly string[];
  /** What it is: `appendix`, `template`, `plan`, `advice`, `benchmark`. */
  readonly kind: string | null;
}

const keys: ReadonlyMap<string, keyof DocumentStamp> = new Map<string, keyof DocumentStamp>([
  ['organisation', 'organisation'],
  ['organisation id', 'organisation'],
  ['framework', 'framework'],
  ['framework id', 'framework'],
  ['period', 'periods'],
  ['periods', 'periods'],
  ['open', 'open'],
  ['still open', 'open'],
  ['kind', 'kind'],
  ['what', 'kind'],
  ['document', 'kind'],
  ['what it is', 'kind'],
]);

/** The stamp of a document: in its properties (`headroom:key=value;…`), its table of What and Value, or the columns of its rows. */
export function documentStamp({ parts, description }: ParsedDocument): DocumentStamp {
  const tables = parts.flatMap((part) => ('rows' in part ? [part] : []));
  const said = new Map<keyof DocumentStamp, string>();
  const say = (key: string, value: string) => {
    const known = keys.get(key.trim().toLowerCase());
    if (known !== undefined && value.trim() !== '' && !said.has(known)) said.set(known, value.trim());
  };
  const properties = /^headroom:(.*)$/s.exec(description.trim())?.[1] ?? '';
  for (const pair of properties.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) say(pair.slice(0, at), pair.slice(at + 1));
  }
  for (const table of tables.filter(isAboutTable))
    for (const [what, value] of table.rows.slice(1)) say(joinPieces([what?.text ?? '']), value?.text ?? '');
  for (const table of tables) {
    const { heading, rows } = headedRows(table);
    const columns = tableColumns(heading);
    const document = heading.findIndex(({ text }) => joinPieces([text]).toLowerCase() === 'document');
    say('document', rows[0]?.[document]?.text ?? '');
    for (const { kind, at } of columns?.known ?? [])
      if (kind === 'organisation' || kind === 'framework')
        say(kind, rows.find((row) => row[at]?.text.trim())?.[at]?.text ?? '');
  }
  return {
    organisation: id(said.get('organisation')),
    framework: id(said.get('framework')),
    periods: periodsIn(said.get('periods')),
    open: [...new Set([...periodsIn(said.get('open')), ...tables.flatMap(openRows)])].sort(),
    kind: said.get('kind')?.toLowerCase() ?? null,
  };
}

function periodsIn(written = ''): readonly string[] {
  return written
    .split(/[,;\s]+(?:and\s+)?/)
    .map((period) => periodIn(period)?.period ?? '')
    .filter(isPeriod)
    .sort();
}

/** The periods of rows that say themselves that they are of an open assessment, as CSV does. */
function openRows(table: DocumentTable): readonly string[] {
  const { heading, rows } = headedRows(table);
  const known = tableColumns(heading)?.known ?? [];
  const [open, period] = (['open', 'period'] as const).map((kind) => known.find((one) => one.kind === kind));
  if (open === undefined || period === undefined) return [];
  return rows
    .filter((row) => row[open.at]?.text.trim().toLowerCase() === 'yes')
    .flatMap((row) => periodsIn(row[period.at]?.text));
}

/** Whether a table says what a document is: two columns, headed What and Value. */
export function isAboutTable({ rows }: DocumentTable): boolean {
  const heading = (rows[0] ?? []).map(({ text }) => joinPieces([text]).toLowerCase());
  return heading[0] === 'what' && heading[1] === 'value';
}

function id(value: string | undefined): string | null {
  return value !== undefined && /^[a-z0-9-]+$/.test(value) ? value : null;
}
