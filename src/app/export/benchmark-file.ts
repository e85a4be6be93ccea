import { withheldWords } from '../../benchmark/figures/withheld-words.ts';
import type { GroupKind } from '../../benchmark/peer-group.ts';
import { benchmarkColumns, benchmarkRows } from '../../exchange/write/benchmark-table.ts';
import { toCsv } from '../../kernel/csv.ts';
import { benchmark } from '../benchmark/benchmark.ts';
import { benchmarkHeading } from '../benchmark/benchmark-heading.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { ExportFormat } from './media-types.ts';
import { tableWorkbook } from './table-workbook.ts';
import type { WrittenFile } from './written-file.ts';

const wide: ReadonlySet<string> = new Set(['sentence', 'partName', 'withheld', 'words']);

/**
 * An organisation beside others as a table, or for programs: what `benchmark` tells and nothing else, with n, the reason
 * where figures are withheld, what each figure means, and that it is invented where it is.
 * @throws Problem as `benchmark` does
 */
export async function benchmarkFile(
  workspace: Workspace,
  request: {
    readonly organisation: string;
    readonly period?: string | undefined;
    readonly panel?: string | undefined;
    readonly group?: GroupKind | undefined;
    readonly format: ExportFormat;
  },
): Promise<WrittenFile> {
  const { format, ...asked } = request;
  const report = await benchmark(workspace, asked);
  const { comparison, framework, organisation } = report;
  const { period } = comparison;
  if (format === 'json') return { period, content: `${JSON.stringify(report, null, 2)}\n` };
  const levels = workspace
    .pack(framework)
    .framework.levels.map(({ level }) => level)
    .toSorted((a, b) => a - b);
  const columns = benchmarkColumns(levels);
  const rows = benchmarkRows(report, { levels, withheld: withheldWords });
  if (format === 'csv') return { period, content: `\u{FEFF}${toCsv(columns, rows)}` };
  const { title, sentences } = benchmarkHeading(report);
  const content = await tableWorkbook(workspace, {
    kind: 'benchmark',
    ...{ organisation, framework, period },
    subject: { name: report.name, example: report.label },
    title,
    sheet: 'Benchmark',
    columns: columns.map((name) => ({ name, width: wide.has(name) ? 60 : 14, score: name === 'own' })),
    rows,
    about: [
      ...sentences.map((sentence) => ['Beside whom', sentence] as const),
      ...report.definitions.map(({ term, text }) => [term, text] as const),
    ],
  });
  return { period, content };
}
