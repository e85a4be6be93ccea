import { join } from 'node:path';
import { releasesFor } from '../src/benchmark/disclosure/releases-for.ts';
import { compare } from '../src/benchmark/figures/compare.ts';
import { scoreOf } from '../src/benchmark/figures/place-table.ts';
import { pooledUptake } from '../src/benchmark/figures/pooled-uptake.ts';
import type { ObjectiveMoves } from '../src/benchmark/figures/uptake.ts';
import { type OpenPanel, openPanel } from '../src/benchmark/panel/open-panel.ts';
import { panelFiles } from '../src/benchmark/panel/panel-folder.ts';
import type { GroupKind } from '../src/benchmark/peer-group.ts';
import type { Row } from '../src/duckdb/database.ts';
import { textLiteral } from '../src/duckdb/text-literal.ts';
import type { Comparison } from '../src/model/comparison.ts';
import { midpoint } from '../src/model/score.ts';
import { loadPack } from '../src/pack/load.ts';
import type { Pack } from '../src/pack/pack.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { type ByHand, benchmarkByHand } from './benchmark-by-hand.ts';

type Figure = keyof ByHand | 'together';
const parts = ['distribution', 'uptake', 'causes'] as const;

/** What is asked: whose position, in which group, of which rules. */
interface Asked {
  readonly pack: Pack;
  readonly viewer: string;
  readonly group: GroupKind;
}

/**
 * Times the figures of a panel that is public beside SQL written by hand, over the same Parquet, and refuses figures
 * that differ: `benchmark-counts.ts PANEL RULES VIEWER ours|both`; prints times and the most memory in use as JSON.
 * `ours` answers once, so that the memory is of it alone.
 */
async function main([folder = '', rules = '', viewer = '', mode = '']: readonly string[]): Promise<void> {
  const pack = loadPack(rules);
  const begun = performance.now();
  const open = await openPanel(folder, { register: null });
  const loading = performance.now() - begun;
  const once = performance.now();
  for (const group of ['all', 'type'] as const) await ours(open, { pack, viewer, group }).together();
  const milliseconds = performance.now() - once;
  const times = mode === 'both' ? await besideHand(open, folder, { pack, viewer }) : {};
  open.close();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ rows: open.panel.rows, loading, milliseconds, megabytes, times }));
}

async function besideHand(open: OpenPanel, folder: string, { pack, viewer }: Omit<Asked, 'group'>) {
  const parquet = (file: string) => `read_parquet(${textLiteral(join(folder, file))})`;
  const { scores, causes, organisations } = panelFiles;
  const files = { scores: parquet(scores), causes: parquet(causes), organisations: parquet(organisations) };
  const [member] = await open.database.rows(
    `SELECT type FROM organisations WHERE organisation = ${textLiteral(viewer)}`,
  );
  const found: Record<string, { ours: number; byHand: number }> = {};
  for (const group of ['all', 'type'] as const) {
    const type = group === 'all' ? null : textLiteral(String(member?.['type']));
    const byHand = benchmarkByHand(files, textLiteral(viewer), type);
    const mine = ours(open, { pack, viewer, group });
    for (const part of parts)
      same(await mine[part](), await open.database.rows(byHand[part]), `${part}, ${group}`);
    for (const figure of ['together', ...parts] as const) {
      if (group === 'type' && figure !== 'together') continue;
      const asked = figure === 'together' ? parts : [figure];
      const times = await sideBySide(
        [
          { name: 'ours', work: mine[figure] },
          {
            name: 'by hand',
            work: async () => {
              for (const part of asked) await open.database.rows(byHand[part]);
            },
          },
        ],
        { rounds: 7, unmeasured: 1 },
      );
      found[`${figure}, ${group === 'all' ? 'all organisations' : 'one type'}`] = {
        ours: times.get('ours')?.median ?? Number.NaN,
        byHand: times.get('by hand')?.median ?? Number.NaN,
      };
    }
  }
  return found;
}

/** Each figure over every period, anew; as rows that can be held against those by hand. */
function ours(
  open: OpenPanel,
  { pack, viewer, group }: Asked,
): Record<Figure, () => Promise<readonly Row[]>> {
  const { framework, benchmark: rules } = pack;
  const { periods } = open.panel;
  const releases = () => releasesFor({ ...open, panel: { ...open.panel, access: 'public' } }, viewer);
  const numbers = framework.objectives.map(({ number }) => number);
  type Given = Awaited<ReturnType<typeof releases>>;
  const figure: Record<keyof ByHand, (given: Given) => Promise<readonly Row[]>> = {
    distribution: async (given) => {
      const compared: Comparison[] = [];
      for (const period of periods) {
        const answers = await Promise.all(
          numbers.map(async (objective) => {
            const inPanel = await given.own(period, objective);
            const own =
              inPanel === null
                ? { state: 'not-scored' as const, score: null }
                : { state: 'scored' as const, score: scoreOf(inPanel) };
            const release = await given.distribution(group, period, objective);
            return { objective, inPanel, own, release };
          }),
        );
        compared.push(compare({ framework, rules, group: { kind: group, name: group }, period, answers }));
      }
      return compared.flatMap(rowsOf);
    },
    uptake: async (given) => {
      const found: Row[] = [];
      for (const [index, to] of periods.entries()) {
        const from = periods[index - 1];
        if (from === undefined) continue;
        const moves: ObjectiveMoves[] = [];
        for (const objective of numbers) {
          const release = await given.uptake(group, from, to, objective);
          const own = await given.ownMove(from, to, objective);
          moves.push({ objective, release, own });
          if (release.give !== 'counts') continue;
          for (const { from: was, n, reached } of release.steps) {
            const mine = own !== null && own.from === was ? 1 : 0;
            if (n > mine)
              found.push({
                period: to,
                objective,
                was,
                n: n - mine,
                reached: reached - (own?.reached === true ? mine : 0),
              });
          }
        }
        pooledUptake({ framework, rules, moves });
      }
      return found;
    },
    causes: async (given) => {
      const found: Row[] = [];
      for (const period of periods)
        for (const objective of numbers)
          for (const { cause, control, under, beyond } of await given.causes(period, objective))
            found.push({ period, objective, cause, control, given: Number(under), beyond: Number(beyond) });
      return found;
    },
  };
  return {
    distribution: async () => figure.distribution(await releases()),
    uptake: async () => figure.uptake(await releases()),
    causes: async () => figure.causes(await releases()),
    together: async () => {
      const given = await releases();
      const rows: Row[] = [];
      for (const part of parts) rows.push(...(await figure[part](given)));
      return rows;
    },
  };
}

function rowsOf({ period, objectives }: Comparison): readonly Row[] {
  return objectives.flatMap(({ objective, others, standing }): readonly Row[] => {
    if (others.give !== 'counts') return [];
    const at = others.levels.map(({ level, count }) => [`at_${level}`, count === 0 ? null : count]);
    const { lower, median, upper } = others.quartiles;
    return [
      {
        ...{ period, objective, n: others.n, ...Object.fromEntries(at) },
        ...{ lower: midpoint(lower), median: midpoint(median), upper: midpoint(upper) },
        satisfactory: others.satisfactory.count,
        at_or_above: standing?.atOrAbove.count ?? null,
        position: standing === null ? null : Math.round(standing.position * 1e9),
      },
    ];
  });
}

/** @throws where a figure by hand is another one */
function same(mine: readonly Row[], byHand: readonly Row[], what: string): void {
  const written = (rows: readonly Row[], round: boolean) =>
    rows
      .map((row) =>
        JSON.stringify(
          Object.entries(row)
            .map(([name, value]) => {
              if (name === 'position' && round && typeof value === 'number')
                return [name, Math.round(value * 1e9)];
              return [name, name === 'at_or_above' && value === null ? null : value];
            })
            .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
        ),
      )
      .sort();
  const [one, other] = [written(mine, false), written(byHand, true)];
  const at = one.findIndex((row, index) => row !== other[index]);
  if (one.length !== other.length || at >= 0)
    throw new Error(
      `${what}: ${one.length} rows, ${other.length} by hand; ${one[at]} is ${other[at]} by hand`,
    );
}

await main(process.argv.slice(2));
