import { compilePackSql } from '../src/engine/sql/compile-pack-sql.ts';
import type { Pack } from '../src/pack/pack.ts';
import { sqlSpeed } from '../src/speed/sql-speed.ts';
import { type Way, ways } from '../src/speed/ways.ts';
import { sqlByHand } from './sql-by-hand.ts';

const organisations = 320;

/**
 * The rules as SQL beside json-rules-engine alone, as `headroom rules bench --large` measures it, and beside SQL written
 * by hand, in one run.
 * @param folder for Parquet files
 * @throws if any two of them answer a case differently
 */
export async function benchSql(pack: Pack, folder: string): Promise<readonly string[]> {
  const byHand = sqlByHand(compilePackSql(pack));
  const speeds = await sqlSpeed(pack, { folder, organisations, large: true, byHand, tell: () => {} });
  const of = (way: Way): number => speeds.find((each) => each.way === way)?.perSecond ?? Number.NaN;
  const base = of('engine-per-objective');
  const cases = organisations * pack.framework.objectives.length;
  return [
    `Rules as SQL: ${cases} cases (${organisations} organisations × ${pack.framework.objectives.length} objectives), ${pack.ceilings.length} ceiling and ${pack.targets.length} target rules; the answers of all agree`,
    '  Each begins from facts in memory and keeps ceiling, control, potential, rule and target of every case; medians.',
    ...speeds.map(({ way, cases: count, perSecond }) => {
      const { title, aim } = ways[way];
      const rate = Math.round(perSecond).toLocaleString('en-GB').padStart(11);
      const ratio = (perSecond / base).toFixed(1).padStart(8);
      return `  ${title.padEnd(74)} ${String(count).padStart(8)} ${rate} cases/s ${ratio} × baseline${aim === null ? '' : `  (aim: ${aim})`}`;
    }),
    `  time against SQL written by hand: ${(of('sql-by-hand') / of('sql')).toFixed(2)} ×, with a million cases ${(of('million-sql-by-hand') / of('million-sql')).toFixed(2)} × (aim: at most 1.5)`,
  ];
}
