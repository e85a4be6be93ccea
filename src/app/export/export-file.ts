import { adviceColumns, adviceRows } from '../../exchange/write/advice-table.ts';
import { appendixCsv } from '../../exchange/write/appendix-csv.ts';
import { aboutSheet, appendixWorkbook } from '../../exchange/write/appendix-workbook.ts';
import { workbookBytes } from '../../exchange/write/workbook.ts';
import { type ExportStamp, stampDescription, stampRows } from '../../exchange/write/written-appendix.ts';
import { toCsv } from '../../kernel/csv.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Advice } from '../../model/advice.ts';
import { dayWords } from '../../model/day-words.ts';
import { advise } from '../advise.ts';
import { readingCountsSentence } from '../reading-counts-sentence.ts';
import { version } from '../version.ts';
import type { Workspace } from '../workspace-interface.ts';
import type { AppendixRequest } from './appendix-request.ts';
import type { ExportedFile } from './exported-file.ts';
import { heldReturns } from './held-returns.ts';
import { type ExportFormat, mediaTypes } from './media-types.ts';
import { writtenAppendix } from './written-appendix.ts';

/** What can be taken out, each in the forms that it has. */
export const exportFormats = {
  appendix: ['docx', 'xlsx', 'csv'],
  advice: ['csv', 'json', 'xlsx'],
} as const satisfies Readonly<Record<string, readonly ExportFormat[]>>;

/** What is taken out. */
export type Exported = keyof typeof exportFormats;

/** What is to be taken out. */
export interface ExportRequest extends AppendixRequest {
  readonly what: Exported;
  readonly format: ExportFormat;
}

/**
 * A file to take out of the workspace. `appendix`: the return of a period beside the one before, for publication, with
 * targets for the period after; as CSV it has scores and texts alone. `advice`: ceilings and targets for a period, with
 * how far each reason was looked at.
 * @throws Problem BAD_VALUE for a form that it does not have; as `writtenAppendix` and `advise` do
 */
export async function exportFile(workspace: Workspace, request: ExportRequest): Promise<ExportedFile> {
  const { what, format, organisation } = request;
  const allowed: readonly ExportFormat[] = exportFormats[what];
  if (!allowed.includes(format))
    throw new Problem('BAD_VALUE', {
      place: 'format',
      seen: `${format} for ${what}`,
      allowed: allowed.join(', '),
      repair: 'Choose one of these.',
    });
  const { period, content } =
    what === 'appendix' ? await appendixFile(workspace, request) : await adviceFile(workspace, request);
  return { name: `${organisation}-${what}-${period}.${format}`, mediaType: mediaTypes[format], content };
}

interface Written {
  readonly period: string;
  readonly content: string | Uint8Array;
}

async function appendixFile(workspace: Workspace, request: ExportRequest): Promise<Written> {
  if (request.format === 'csv') {
    const { pack, assessment, earlier } = heldReturns(workspace, request);
    const returns = earlier === null ? [assessment] : [earlier, assessment];
    return { period: assessment.period, content: appendixCsv(returns, pack.framework) };
  }
  const appendix = await writtenAppendix(workspace, request);
  const period = appendix.periods.at(-1) ?? '';
  if (request.format === 'xlsx') return { period, content: await appendixWorkbook(appendix) };
  const { appendixWord } = await import('../../exchange/write/appendix-word.ts');
  return { period, content: await appendixWord(appendix) };
}

async function adviceFile(workspace: Workspace, request: ExportRequest): Promise<Written> {
  const { organisation, period: wanted, format } = request;
  const view = wanted === undefined ? { organisation } : { organisation, period: wanted };
  const { advice } = await advise(workspace, view);
  const { period } = advice;
  if (format === 'json') return { period, content: `${JSON.stringify(advice, null, 2)}\n` };
  if (format === 'csv') return { period, content: `\u{FEFF}${toCsv(adviceColumns, adviceRows(advice))}` };
  return { period, content: await adviceWorkbook(workspace, advice) };
}

async function adviceWorkbook(workspace: Workspace, advice: Advice): Promise<Uint8Array> {
  const { name, example } = workspace.records.organisation(advice.organisation);
  const made = workspace.effects.now().toISOString().slice(0, 10);
  const { organisation, framework, period, basedOn, pack } = advice;
  const stamp: ExportStamp = {
    kind: 'advice',
    organisation,
    framework,
    periods: [period],
    version: version(),
  };
  const rows = adviceRows(advice).map((row) => row.map((value) => (value === null ? '' : String(value))));
  return workbookBytes({
    title: `${name}: targets and ceilings for ${period}`,
    description: stampDescription(stamp),
    made,
    sheets: [
      {
        name: 'Advice',
        columns: adviceColumns.map((column) => ({
          width: column.endsWith('Reason') ? 60 : 14,
          kind: column === 'label' ? 'score' : 'text',
        })),
        rows: [adviceColumns, ...rows],
        frozen: 0,
        filter: true,
      },
      aboutSheet([
        ...stampRows(stamp),
        ['Made on', dayWords(made)],
        ['Name', name],
        ...(example === null ? [] : [['Example', example] as const]),
        ['From the return of', basedOn],
        ['Rules', `version ${pack.version}, SHA-256 ${pack.sha256}`],
        ['Reasons from comments', readingCountsSentence(advice.readings)],
      ]),
    ],
  });
}
