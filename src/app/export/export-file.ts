import { appendixCsv } from '../../exchange/write/appendix-csv.ts';
import { appendixWorkbook } from '../../exchange/write/appendix-workbook.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { adviceFile } from './advice-file.ts';
import type { AppendixRequest } from './appendix-request.ts';
import type { ExportedFile } from './exported-file.ts';
import { heldReturns } from './held-returns.ts';
import { type ExportFormat, mediaTypes } from './media-types.ts';
import { planFile } from './plan-file.ts';
import { writtenAppendix } from './written-appendix.ts';
import type { WrittenFile } from './written-file.ts';

/** What can be taken out, each in the forms that it has. */
export const exportFormats = {
  appendix: ['docx', 'xlsx', 'csv'],
  advice: ['csv', 'json', 'xlsx'],
  plan: ['xlsx', 'csv'],
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
 * how far each reason was looked at. `plan`: the chosen targets of a period, without evidence and internal notes.
 * @throws Problem BAD_VALUE for a form that it does not have; as `writtenAppendix`, `advise` and `planTable` do
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
  const { period, content } = await writers[what](workspace, request);
  return { name: `${organisation}-${what}-${period}.${format}`, mediaType: mediaTypes[format], content };
}

const writers: Readonly<
  Record<Exported, (workspace: Workspace, request: ExportRequest) => Promise<WrittenFile>>
> = { appendix: appendixFile, advice: adviceFile, plan: planFile };

async function appendixFile(workspace: Workspace, request: ExportRequest): Promise<WrittenFile> {
  if (request.format === 'csv') {
    const { pack, assessment, earlier, open } = heldReturns(workspace, request);
    const returns = earlier === null ? [assessment] : [earlier, assessment];
    return { period: assessment.period, content: appendixCsv(returns, pack.framework, open) };
  }
  const appendix = await writtenAppendix(workspace, request);
  const period = appendix.periods.at(-1) ?? '';
  if (request.format === 'xlsx') return { period, content: await appendixWorkbook(appendix) };
  const { appendixWord } = await import('../../exchange/write/appendix-word.ts');
  return { period, content: await appendixWord(appendix) };
}
