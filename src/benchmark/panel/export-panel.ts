import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Panel } from '../../model/panel.ts';
import { createCopy } from './create-copy.ts';
import { panelColumns } from './panel-columns.ts';
import { panelFiles } from './panel-folder.ts';
import { takePanel } from './take-panel.ts';
import { withPanelFiles } from './with-panel-files.ts';

/** What of a panel is written where. */
export interface PanelExport {
  readonly id: string;
  readonly format: 'csv' | 'parquet';
  /** The file; it is not there yet. */
  readonly out: string;
}

/**
 * Writes every row of a panel in the form in which one comes, for its holder: nothing is withheld. Rows stand in order
 * of period, objective and organisation; the circumstances of an organisation stand in each of its rows. Text that a
 * spreadsheet would run has an apostrophe before it, in CSV. Added to another panel it gives the same version.
 * @throws Problem UNKNOWN_PANEL, PANEL_BROKEN, FILE_EXISTS, FILE_UNWRITABLE
 */
export async function exportPanel(panels: string, { id, format, out }: PanelExport): Promise<Panel> {
  const panel = takePanel(panels, id);
  if (lstatSync(out, { throwIfNoEntry: false }) !== undefined)
    throw new Problem('FILE_EXISTS', {
      file: out,
      seen: 'a file of that name',
      repair: 'Give another name, or move it away.',
    });
  await withPanelFiles(panels, id, async ({ database, folder, scratch }) => {
    const table = (file: string) => `read_parquet(${textLiteral(join(folder, file))})`;
    const written = join(scratch, `rows.${format}`);
    const organisation =
      format === 'csv'
        ? `CASE WHEN regexp_matches(organisation, '^''*[=+\\-@]') THEN '''' || organisation ELSE organisation END`
        : 'organisation';
    const columns = panelColumns.filter((column) => column !== 'invented' || panel.invented);
    await database.run(`COPY (SELECT ${columns.join(', ')} FROM (
        SELECT s.organisation AS key, ${organisation} AS organisation, ${textLiteral(panel.framework)} AS framework, period,
          objective, state,
          achieved || CASE WHEN working_towards IS NULL THEN '' ELSE '/' || working_towards END AS score,
          CASE WHEN agreed_standard THEN 'yes' ELSE 'no' END AS agreed_standard,
          CASE WHEN carried THEN 'yes' ELSE 'no' END AS carried,
          f.factors, c.causes, 'yes' AS invented
        FROM ${table(panelFiles.scores)} s
        LEFT JOIN (SELECT organisation, period, string_agg(factor || '=' || setting, '; ' ORDER BY factor) AS factors
          FROM ${table(panelFiles.factors)} GROUP BY ALL) f USING (organisation, period)
        LEFT JOIN (SELECT organisation, period, objective,
            string_agg(concat_ws(':', cause, level, control, standing), '; ' ORDER BY cause, level, control, standing) AS causes
          FROM ${table(panelFiles.causes)} GROUP BY ALL) c USING (organisation, period, objective)
      ) ORDER BY period, objective, key) TO ${textLiteral(written)}
      ${format === 'csv' ? '(FORMAT csv, HEADER true)' : '(FORMAT parquet, COMPRESSION zstd)'}`);
    createCopy(written, out);
  });
  return panel;
}
