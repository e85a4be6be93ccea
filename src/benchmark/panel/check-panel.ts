import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Panel } from '../../model/panel.ts';
import type { PanelDamage } from '../../model/panel-check.ts';
import { dropKept } from '../disclosure/drop-kept.ts';
import { heldPanel } from './held-panel.ts';
import { panelFiles, panelFolder } from './panel-folder.ts';
import { panelIds } from './panel-ids.ts';
import type { PanelRules } from './panel-rules.ts';
import { panelSeal } from './panel-seal.ts';
import { panelVersion } from './panel-version.ts';
import { takePanel } from './take-panel.ts';
import { withPanelFiles } from './with-panel-files.ts';

const forms = {
  scores:
    'organisation VARCHAR, period VARCHAR, objective INTEGER, state VARCHAR, achieved INTEGER, working_towards INTEGER, agreed_standard BOOLEAN, carried BOOLEAN',
  causes:
    'organisation VARCHAR, period VARCHAR, objective INTEGER, cause VARCHAR, level INTEGER, control VARCHAR, standing VARCHAR',
  factors: 'organisation VARCHAR, period VARCHAR, factor VARCHAR, setting VARCHAR',
} as const;

/**
 * Reads all of a panel again: its files, their columns, every row, and what is known of it beside. Where something is
 * damaged, what was worked out from it and kept is dropped; where nothing is, it stays.
 * @returns what is damaged; nothing where all is as it was written and still fits the rules
 * @throws Problem UNKNOWN_PANEL, DUCKDB_MISSING; those of the rules
 */
export async function checkPanel(
  panels: string,
  id: string,
  rules: (framework: string) => PanelRules,
): Promise<readonly PanelDamage[]> {
  if (!panelIds(panels).includes(id)) takePanel(panels, id);
  let panel: Panel | null;
  try {
    panel = heldPanel(panels, id);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    return [{ file: thrown.detail.file ?? id, seen: thrown.message, expected: 'a panel as it was written' }];
  }
  if (panel === null) return [];
  const known = panel;
  const damage = await withPanelFiles(panels, id, async ({ database, folder, scratch }) => {
    const unreadable = await unreadableFiles(database, folder);
    if (unreadable.length > 0) return unreadable;
    const version = await panelVersion(database, { folder, scratch, framework: known.framework });
    const damage = [
      ...(await otherCounts(database, folder, known)),
      ...(version === known.version
        ? []
        : [{ file: panelFiles.scores, seen: `rows of the version ${version}`, expected: known.version }]),
      ...(await unfitRows(database, folder, rules(known.framework))),
    ];
    return damage;
  });
  if (damage.length > 0) dropKept(panelFolder(panels, id));
  else if (known.seal === undefined) seal(panels, known);
  return damage;
}

function seal(panels: string, panel: Panel): void {
  const about = join(panelFolder(panels, panel.id), panelFiles.about);
  const { parts, ...more } = panel;
  const written = `${about}.${process.pid}.tmp`;
  writeFileSync(written, `${JSON.stringify({ ...more, seal: panelSeal(panel), parts }, null, 2)}\n`, {
    flag: 'wx',
  });
  renameSync(written, about);
}

async function unreadableFiles(database: Database, folder: string): Promise<readonly PanelDamage[]> {
  const damage: PanelDamage[] = [];
  for (const name of ['scores', 'causes', 'factors'] as const) {
    const file = panelFiles[name];
    const source = table(folder, file);
    try {
      const described = await database.rows(`DESCRIBE SELECT * FROM ${source}`);
      const seen = described
        .map(({ column_name, column_type }) => `${column_name} ${column_type}`)
        .join(', ');
      if (seen !== forms[name]) damage.push({ file, seen, expected: forms[name] });
      else
        await database.rows(
          `SELECT hash(COLUMNS(*)) IS NULL AS none FROM ${source} WHERE hash(COLUMNS(*)) IS NULL LIMIT 1`,
        );
    } catch {
      damage.push({ file, seen: 'Parquet that cannot be read', expected: 'the file as it was written' });
    }
  }
  return damage;
}

async function otherCounts(
  database: Database,
  folder: string,
  panel: Panel,
): Promise<readonly PanelDamage[]> {
  const scores = table(folder, panelFiles.scores);
  const [counted = {}] =
    await database.rows(`SELECT count(*) AS rows, count(DISTINCT organisation) AS organisations,
    coalesce(string_agg(DISTINCT period, ', ' ORDER BY period), '') AS periods FROM ${scores}`);
  const [repeated = {}] = await database.rows(`SELECT count(*) AS n FROM (SELECT 1 FROM ${scores}
    GROUP BY organisation, period, objective HAVING count(*) > 1)`);
  const expected = {
    rows: panel.rows,
    organisations: panel.organisations,
    periods: panel.periods.join(', '),
  };
  return [
    ...Object.entries(expected).flatMap(([what, value]) =>
      counted[what] === value
        ? []
        : [{ file: panelFiles.scores, seen: `${what}: ${counted[what]}`, expected: String(value) }],
    ),
    ...(repeated['n'] === 0
      ? []
      : [
          {
            file: panelFiles.scores,
            seen: `${repeated['n']} rows more than once`,
            expected: 'each row once',
          },
        ]),
  ];
}

async function unfitRows(
  database: Database,
  folder: string,
  { framework, causes, factors }: PanelRules,
): Promise<readonly PanelDamage[]> {
  const levels = framework.levels.map(({ level }) => level).join(', ');
  const list = (texts: readonly string[]) => `(${["''", ...texts.map(textLiteral)].join(', ')})`;
  const objectives = framework.objectives.map(({ number }) => number).join(', ');
  const found = [
    {
      file: panelFiles.scores,
      where: `objective NOT IN (${objectives}) OR achieved NOT IN (${levels}) OR working_towards NOT IN (${levels})
        OR state NOT IN ('scored', 'not-applicable', 'not-scored') OR (state = 'scored') <> (achieved IS NOT NULL)`,
      expected: `objectives and levels of ${framework.id}`,
    },
    {
      file: panelFiles.causes,
      where: `objective NOT IN (${objectives}) OR level NOT IN (${levels}) OR cause NOT IN ${list(causes.map(({ id }) => id))}`,
      expected: `causes and levels of ${framework.id}`,
    },
    {
      file: panelFiles.factors,
      where: `factor NOT IN ${list(factors.map(({ id }) => id))}`,
      expected: `circumstances of ${framework.id}`,
    },
  ];
  const damage: PanelDamage[] = [];
  for (const { file, where, expected } of found) {
    const [row] = await database.rows(`SELECT count(*) AS n FROM ${table(folder, file)} WHERE ${where}`);
    if (Number(row?.['n']) > 0)
      damage.push({ file, seen: `${row?.['n']} rows that do not fit the rules`, expected });
  }
  return damage;
}

function table(folder: string, file: string): string {
  return `read_parquet(${textLiteral(join(folder, file))})`;
}
