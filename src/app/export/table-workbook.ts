import { aboutSheet } from '../../exchange/write/appendix-workbook.ts';
import { workbookBytes } from '../../exchange/write/workbook.ts';
import { type ExportStamp, stampDescription, stampRows } from '../../exchange/write/written-appendix.ts';
import type { CsvValue } from '../../kernel/csv.ts';
import { dayWords } from '../../model/day-words.ts';
import { version } from '../workspace/version.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** One table, and what is said about it. */
export interface WrittenTable {
  readonly kind: ExportStamp['kind'];
  readonly organisation: string;
  readonly framework: string;
  readonly period: string;
  /** What stands in the sheet, behind the name of the organisation in the title. */
  readonly title: string;
  readonly sheet: string;
  readonly columns: readonly { readonly name: string; readonly width: number; readonly score?: boolean }[];
  readonly rows: readonly (readonly CsvValue[])[];
  /** Pairs of what and value for the sheet "About", after the stamp and the organisation. */
  readonly about: readonly (readonly [string, string])[];
}

/** A workbook of one table, with a sheet "About" that says whose it is and what it rests on. @throws Problem UNKNOWN_ORGANISATION */
export function tableWorkbook(workspace: Workspace, table: WrittenTable): Promise<Uint8Array> {
  const { kind, organisation, framework, period, columns, about } = table;
  const { name, example } = workspace.records.organisation(organisation);
  const made = workspace.effects.now().toISOString().slice(0, 10);
  const stamp: ExportStamp = { kind, organisation, framework, periods: [period], version: version() };
  const rows = table.rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  return workbookBytes({
    title: `${name}: ${table.title}`,
    description: stampDescription(stamp),
    made,
    sheets: [
      {
        name: table.sheet,
        columns: columns.map(({ width, score }) => ({ width, kind: score === true ? 'score' : 'text' })),
        rows: [columns.map((column) => column.name), ...rows],
        frozen: 0,
        filter: true,
      },
      aboutSheet([
        ...stampRows(stamp),
        ['Made on', dayWords(made)],
        ['Name', name],
        ...(example === null ? [] : [['Example', example] as const]),
        ...about,
      ]),
    ],
  });
}
