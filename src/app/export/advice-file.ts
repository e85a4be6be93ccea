import { adviceColumns, adviceRows } from '../../exchange/write/advice-table.ts';
import { toCsv } from '../../kernel/csv.ts';
import { advise } from '../advice/advise.ts';
import { readingCountsSentence } from '../advice/reading-counts-sentence.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { ExportFormat } from './media-types.ts';
import { tableWorkbook } from './table-workbook.ts';
import type { WrittenFile } from './written-file.ts';

/** Ceilings and targets for a period, as a table or for programs. @throws Problem as `advise` does */
export async function adviceFile(
  workspace: Workspace,
  request: {
    readonly organisation: string;
    readonly period?: string | undefined;
    readonly format: ExportFormat;
  },
): Promise<WrittenFile> {
  const { organisation, period: wanted, format } = request;
  const view = wanted === undefined ? { organisation } : { organisation, period: wanted };
  const { advice } = await advise(workspace, view);
  const { period, framework, basedOn, pack, readings } = advice;
  if (format === 'json') return { period, content: `${JSON.stringify(advice, null, 2)}\n` };
  const rows = adviceRows(advice);
  if (format === 'csv') return { period, content: `\u{FEFF}${toCsv(adviceColumns, rows)}` };
  const content = await tableWorkbook(workspace, {
    kind: 'advice',
    ...{ organisation, framework, period },
    title: `targets and ceilings for ${period}`,
    sheet: 'Advice',
    columns: adviceColumns.map((name) => ({
      name,
      width: name.endsWith('Reason') ? 60 : 14,
      score: name === 'label',
    })),
    rows,
    about: [
      ['From the return of', basedOn],
      ['Rules', `version ${pack.version}, SHA-256 ${pack.sha256}`],
      ['Reasons from comments', readingCountsSentence(readings)],
    ],
  });
  return { period, content };
}
