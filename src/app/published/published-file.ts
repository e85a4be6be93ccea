import { join } from 'node:path';
import { publishedColumns } from '../../exchange/read/published-averages.ts';
import { toCsv } from '../../kernel/csv.ts';
import type { PublishedAverage } from '../../model/published-average.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** The file of a workspace that keeps what was published about a framework. */
export function publishedFile({ folder }: Pick<Workspace, 'folder'>, framework: string): string {
  return join(folder, 'published', `${framework}.csv`);
}

/** What a published average is about, as its file has it. */
export function aboutWord({ section, objective }: PublishedAverage): string {
  return section ?? (objective === null ? 'whole' : `${objective}`);
}

/** Published averages as their file has them. */
export function publishedCsv(averages: readonly PublishedAverage[]): string {
  return toCsv(
    publishedColumns,
    averages.map((one) => [aboutWord(one), one.figure, one.n, one.period, one.source]),
  );
}
