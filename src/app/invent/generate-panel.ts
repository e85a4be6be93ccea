import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { drawOrganisations } from '../../benchmark/invent/draw-organisations.ts';
import { type DrawnAnswer, drawScores } from '../../benchmark/invent/draw-scores.ts';
import { exampleAssessments } from '../../benchmark/invent/example-assessments.ts';
import { type InventedNames, readInventedNames } from '../../benchmark/invent/invented-names.ts';
import { refuseKnownNames } from '../../benchmark/invent/refuse-known-names.ts';
import { rowKinds } from '../../benchmark/invent/row-kinds.ts';
import { type InventedTables, writeTables } from '../../benchmark/invent/write-tables.ts';
import { heldPanel } from '../../benchmark/panel/held-panel.ts';
import { panelFiles, panelFolder } from '../../benchmark/panel/panel-folder.ts';
import { panelVersion } from '../../benchmark/panel/panel-version.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { Problem } from '../../kernel/problem.ts';
import { replaceFolder } from '../../kernel/replace-folder.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { inventedLabel, isInvented } from '../../model/invented.ts';
import { Panel } from '../../model/panel.ts';
import type { Pack } from '../../pack/pack.ts';
import { type ContributedRow, contributedRows } from '../contribute/contributed-rows.ts';
import { decidePanels } from '../panel/decide-panels.ts';
import { projectFolder } from '../workspace/project-folder.ts';
import { theOnlyFramework } from '../workspace/the-only-framework.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { type InventedExample, keepExample } from './keep-example.ts';

/** What is to be invented; all but the numbers has a default. */
export interface Invention {
  readonly organisations: number;
  readonly periods: number;
  readonly seed: number;
  readonly framework?: string | undefined;
  /** The id of the panel: `invented` unless said. */
  readonly panel?: string | undefined;
  readonly by: string;
}

/** A panel that was invented, and the organisation in the workspace that belongs to it: `panel generate --json`. */
export const InventedPanel = Type.Object(
  {
    schema: Type.Literal(1),
    panel: Panel,
    example: Type.Object(
      { id: Type.String(), name: Type.String(), label: Type.String() },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type InventedPanel = Frozen<Static<typeof InventedPanel>>;

/** The latest period of every invented panel: no clock is asked, so that the same seed is the same panel. */
const latest = 2025;

/**
 * Invents a panel, in the place of an invented one of the same id, and keeps its example organisation in the workspace,
 * whose rows are among it. The same seed and numbers give the same rows on every machine.
 * @throws Problem UNKNOWN_FRAMEWORK, PACK_BROKEN, BAD_VALUE, FILE_EXISTS where a real panel or a real organisation has
 *   the id; those of `replaceFolder` and `panelFolder`, DUCKDB_MISSING
 */
export async function generatePanel(workspace: Workspace, invention: Invention): Promise<InventedPanel> {
  const { organisations: count, periods: many, seed, panel: id = 'invented', by } = invention;
  const pack = workspace.pack(invention.framework ?? theOnlyFramework(workspace.frameworks()));
  const panels = join(workspace.folder, 'panels');
  const held = heldPanel(panels, id);
  if (held?.invented === false) throw taken(`the panel ${id}`, 'a panel of real scores');
  const names = readInventedNames(join(projectFolder, 'data/panel'));
  const periods = Array.from({ length: many }, (_, index) => String(latest - many + 1 + index));
  const organisations = drawOrganisations(names, { count, seed, example: `example-${id}` });
  const [first] = organisations;
  if (first === undefined) throw new Error('an invented panel has one organisation at least');

  // The same draws for what all share; its own answers are drawn apart, since its comments decide on its causes.
  const answers = [...drawScores(pack, [first], { periods: many, seed })];
  const example: InventedExample = {
    organisation: {
      id: first.id,
      name: first.name,
      framework: pack.id,
      example: `${inventedLabel}: an organisation of the panel "${id}", in which nothing is real`,
    },
    assessments: exampleAssessments(pack, answers, { organisation: first.id, periods, seed }),
    factors: answers.flatMap(({ period, factors }) =>
      factors.map(({ factor, there }) => ({ factor, there, from: periods[period] ?? '' })),
    ),
  };
  refuseOther(workspace, example);
  keepExample(workspace, example, by);
  const own = ownAnswers(pack, await contributedRows(workspace, first.id), periods);
  const tables = { pack, organisations, nation: names.nation, periods, answers: all() };
  const panel = await keepPanel(workspace, { panels, id, names, seed, tables });
  await decidePanels(workspace, [id]);
  return {
    schema: 1,
    panel,
    example: { id: first.id, name: first.name, label: example.organisation.example ?? '' },
  };

  function* all(): Generator<DrawnAnswer> {
    yield* own;
    for (const answer of drawScores(pack, organisations, { periods: many, seed }))
      if (answer.organisation > 0) yield answer;
  }
}

/** What the example contributes, as it is written among the drawn answers. */
function ownAnswers(
  pack: Pack,
  rows: readonly ContributedRow[],
  periods: readonly string[],
): readonly DrawnAnswer[] {
  const kinds = rowKinds(pack.framework);
  const places = new Map(pack.framework.objectives.map(({ number }, place) => [number, place]));
  return periods.map((period, index) => {
    const mine = rows
      .filter((row) => row.period === period)
      .toSorted((a, b) => (places.get(a.objective) ?? 0) - (places.get(b.objective) ?? 0));
    return {
      organisation: 0,
      period: index,
      kinds: mine.map(({ state, score, agreedStandard, carried }) => {
        const origin = agreedStandard ? 'standard' : carried ? 'carried' : 'plain';
        return kinds.findIndex(
          (kind) =>
            kind.state === state &&
            kind.achieved === (score?.achieved ?? null) &&
            kind.workingTowards === (score?.workingTowards ?? null) &&
            (state !== 'scored' || kind.origin === origin),
        );
      }),
      causes: mine.flatMap(({ objective, causes }) =>
        causes.map((cause) => ({ ...cause, objective: places.get(objective) ?? 0 })),
      ),
      factors: (mine[0]?.factors ?? []).map(({ factor, setting }) => ({ factor, there: setting === 'yes' })),
    };
  });
}

interface NewPanel {
  readonly panels: string;
  readonly id: string;
  readonly names: InventedNames;
  readonly seed: number;
  readonly tables: InventedTables;
}

function keepPanel(workspace: Workspace, { panels, id, seed, tables }: NewPanel): Promise<Panel> {
  const register = join(workspace.folder, 'register');
  const framework = tables.pack.id;
  return replaceFolder(panelFolder(panels, id), async ({ beside, scratch }) => {
    const written = await writeTables({ folder: beside, scratch }, tables);
    const database = await openDatabase({ folder: scratch, reads: [beside, register] });
    try {
      await refuseKnownNames(database, { folder: beside, register });
      const panel: Panel = {
        id,
        name: `Invented panel (seed ${seed})`,
        framework,
        access: 'confidential',
        invented: true,
        source: `${inventedLabel} by Headroom with the seed ${seed}: no organisation and no score is real`,
        version: await panelVersion(database, { folder: beside, scratch, framework }),
        periods: [...tables.periods],
        organisations: written.organisations,
        rows: written.scores,
        causes: written.causes > 0,
        factors: written.factors > 0,
        parts: [],
      };
      writeFileSync(join(beside, panelFiles.about), `${JSON.stringify(panel, null, 2)}\n`);
      return { answer: panel, replace: true };
    } finally {
      database.close();
    }
  });
}

/** Refuses to write over an organisation of the user's own, or beside periods that an earlier panel left. */
function refuseOther({ records }: Workspace, { organisation, assessments }: InventedExample): void {
  const { id } = organisation;
  const held = records.organisations().find((each) => each.id === id);
  if (held === undefined) return;
  if (!isInvented(held)) throw taken(`the organisation ${id}`, 'a real organisation');
  const periods = assessments.map(({ period }) => period);
  const others = records
    .assessments(id)
    .map(({ period }) => period)
    .filter((each) => !periods.includes(each));
  if (others.length > 0 || held.framework !== organisation.framework)
    throw taken(
      `the organisation ${id}`,
      `an example of ${held.framework} with ${[...others, ...periods].sort().join(', ')}`,
    );
}

function taken(place: string, seen: string): Problem {
  return new Problem('FILE_EXISTS', { place, seen, repair: 'Give the new panel another id with --panel.' });
}
