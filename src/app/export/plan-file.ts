import { toCsv } from '../../kernel/csv.ts';
import { planTable } from '../plan/plan-table.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { ExportFormat } from './media-types.ts';
import { tableWorkbook } from './table-workbook.ts';
import type { WrittenFile } from './written-file.ts';

/** Columns whose cells are sentences. */
const wide: ReadonlySet<string> = new Set([
  ...['Objective', 'Action', 'About the days', 'Reason', 'Why above the ceiling', 'Notes'],
]);

/**
 * The chosen targets of a period as a table, without evidence and internal notes; a row of CSV says what and whose it is.
 * @throws Problem as `planTable` does
 */
export async function planFile(
  workspace: Workspace,
  request: {
    readonly organisation: string;
    readonly period?: string | undefined;
    readonly format: ExportFormat;
  },
): Promise<WrittenFile> {
  const { organisation, period: wanted } = request;
  const view = wanted === undefined ? { organisation } : { organisation, period: wanted };
  const { header, rows, settings, internalNotes, framework, period } = await planTable(workspace, view);
  if (request.format === 'csv') {
    const stamped = rows.map((row) => ['plan', organisation, framework, period, ...row]);
    return { period, content: `\u{FEFF}${toCsv([...planStamp, ...header], stamped)}` };
  }
  const content = await tableWorkbook(workspace, {
    kind: 'plan',
    ...{ organisation, framework, period },
    title: `plan for ${period}`,
    sheet: 'Plan',
    columns: header.map((name) => ({ name, width: wide.has(name) ? 40 : 14, score: name === 'Score' })),
    rows,
    about: [
      ...settings.map(([what, value]) => [what, String(value)] as const),
      ['Internal notes left out', String(internalNotes)],
    ],
  });
  return { period, content };
}

/** The columns with which a row of a plan as CSV begins. */
export const planStamp: readonly string[] = ['document', 'organisation', 'framework', 'period'];
