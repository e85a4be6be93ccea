import { basename, join } from 'node:path';
import { textLiteral } from '../../duckdb/text-literal.ts';
import type { Panel } from '../../model/panel.ts';
import type { AdditionWork } from './panel-addition.ts';
import { panelFiles } from './panel-folder.ts';
import { panelSeal } from './panel-seal.ts';
import { panelVersion } from './panel-version.ts';
import type { StagedFile } from './staged-file.ts';
import { visibleText } from './visible-text.ts';

/** What is known of a panel once its rows are written. */
export async function newPanel(
  { held, addition, house, beside, scratch, database }: AdditionWork,
  more: {
    readonly framework: string;
    readonly invented: boolean;
    readonly staged: readonly StagedFile[];
    readonly added: number;
  },
): Promise<Panel> {
  const { framework, invented, staged, added } = more;
  const scores = `read_parquet(${textLiteral(join(beside, panelFiles.scores))})`;
  const [counted] =
    await database.rows(`SELECT count(*) AS rows, count(DISTINCT organisation) AS organisations,
    (SELECT count(*) FROM read_parquet(${textLiteral(join(beside, panelFiles.causes))})) AS causes,
    (SELECT count(*) FROM read_parquet(${textLiteral(join(beside, panelFiles.factors))})) AS factors FROM ${scores}`);
  const periods = await database.rows(`SELECT DISTINCT period FROM ${scores} ORDER BY period`);
  const parts = staged.map(({ name, sha256, rows }) => ({
    file: visibleText(basename(name)),
    sha256,
    rows,
    added: house.now().toISOString(),
  }));
  const access = held?.access ?? addition.access ?? 'confidential';
  const version = await panelVersion(database, { folder: beside, scratch, framework });
  return {
    id: addition.id,
    name: addition.name ?? held?.name ?? addition.id,
    framework,
    access,
    invented,
    source: addition.source ?? held?.source ?? null,
    version,
    periods: periods.map(({ period }) => String(period)),
    organisations: Number(counted?.['organisations'] ?? 0),
    rows: Number(counted?.['rows'] ?? 0),
    causes: Number(counted?.['causes'] ?? 0) > 0,
    factors: Number(counted?.['factors'] ?? 0) > 0,
    seal: panelSeal({ access, invented, framework, version }),
    parts: [...(held?.parts ?? []), ...(held !== null && added === 0 ? [] : parts)],
  };
}
