import type { GroupKind } from '../../benchmark/peer-group.ts';
import { appendixCsv } from '../../exchange/write/appendix-csv.ts';
import { appendixWorkbook } from '../../exchange/write/appendix-workbook.ts';
import { Problem } from '../../kernel/problem.ts';
import { shortName } from '../../kernel/short-name.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { adviceFile } from './advice-file.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { benchmarkFile } from './benchmark-file.ts';
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
  benchmark: ['csv', 'json', 'xlsx'],
} as const satisfies Readonly<Record<string, readonly ExportFormat[]>>;

/** What is taken out. */
export type Exported = keyof typeof exportFormats;

/** What is to be taken out. */
export interface ExportRequest extends AppendixRequest {
  readonly what: Exported;
  readonly format: ExportFormat;
  /** Of a benchmark: the panel and the group; as `benchmark` has them unless said. */
  readonly panel?: string | undefined;
  readonly group?: GroupKind | undefined;
}

/**
 * A file to take out of the workspace. `appendix`: the return of a period beside the one before, for publication, with
 * targets for the period after; as CSV it has scores and texts alone. `advice`: ceilings and targets for a period, with
 * how far each reason was looked at. `plan`: the chosen targets of a period, without evidence and internal notes.
 * `benchmark`: the organisation beside others of a panel, as far as that may be told.
 * @throws Problem BAD_VALUE for a form that it does not have, and for a panel or a group where there are no others; as
 *   `writtenAppendix`, `advise`, `planTable` and `benchmark` do
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
  const [asked] = Object.entries({ panel: request.panel, group: request.group }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  if (asked !== undefined && what !== 'benchmark')
    throw new Problem('BAD_VALUE', {
      place: asked,
      seen: `a ${asked} to compare with, for ${what}`,
      allowed: 'benchmark',
      repair: 'Leave it out.',
    });
  const { period, content } = await writers[what](workspace, request);
  // What only a panel has is asked for by any text that it is known by.
  const whose = shortName(organisation) || 'organisation';
  return { name: `${whose}-${what}-${period}.${format}`, mediaType: mediaTypes[format], content };
}

const writers: Readonly<
  Record<Exported, (workspace: Workspace, request: ExportRequest) => Promise<WrittenFile>>
> = { appendix: appendixFile, advice: adviceFile, plan: planFile, benchmark: benchmarkFile };

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
