import { seededNumbers } from '../../../src/statistics/seeded-numbers.ts';
import type { CauseRow, PanelRows, ScoreRow } from './open-rows.ts';

/** The shape of a panel to draw. */
export interface DrawnShape {
  readonly seed: number;
  /** How many organisations of each type there are in each region: a row a type, a column a region. */
  readonly sizes: readonly (readonly number[])[];
  readonly periods: number;
  /** How often somebody answers unlike its type and region, in hundredths. */
  readonly unlike: number;
  /** How often an answer is missing, carried or by an agreed standard, in hundredths each. */
  readonly missing: number;
  readonly carried: number;
  readonly agreed: number;
  /** How often somebody rises by a level, in hundredths. */
  readonly rising: number;
  readonly causes: boolean;
}

/** A confidential panel of one objective, the same for the same shape. */
export function drawnPanel(shape: DrawnShape): PanelRows {
  const draw = seededNumbers(shape.seed);
  const often = (hundredths: number) => draw(100) < hundredths;
  const organisations = shape.sizes.flatMap((row, type) =>
    row.flatMap((many, region) =>
      Array.from({ length: many }, (_, index) => ({
        organisation: `t${type}r${region}n${index}`,
        type: `type ${type}`,
        region: `region ${region}`,
        usual: 2 + ((type + region) % 2),
      })),
    ),
  );
  const scores: ScoreRow[] = [];
  const causes: CauseRow[] = [];
  for (const { organisation, usual } of organisations) {
    let achieved = often(shape.unlike) ? 1 + draw(4) : usual;
    for (let period = 0; period < shape.periods; period++) {
      const year = String(2020 + period);
      const carried = period > 0 && often(shape.carried);
      if (!carried && period > 0 && often(shape.rising)) achieved = Math.min(4, achieved + 1);
      const workingTowards = !carried && achieved < 4 && often(10) ? achieved + 1 : null;
      if (often(shape.missing)) continue;
      const agreedStandard = !carried && often(shape.agreed);
      scores.push({ organisation, period: year, achieved, workingTowards, carried, agreedStandard });
      if (!shape.causes) continue;
      if (often(45)) causes.push({ organisation, period: year, cause: 'weather', level: 2 });
      if (often(95)) causes.push({ organisation, period: year, cause: 'distance', level: 3 });
    }
  }
  const names = organisations.map(({ organisation }) => organisation);
  const neighbours = Object.fromEntries(
    names.map((own, at) => {
      const near = names
        .map((other, index) => ({ other, far: Math.abs(index - at) + draw(80) / 10 }))
        .filter(({ other }) => other !== own)
        .sort((a, b) => a.far - b.far);
      return [own, near.slice(0, 25).map(({ other }) => other)];
    }),
  );
  return {
    access: 'confidential',
    organisations: organisations.map(({ organisation, type, region }) => ({ organisation, type, region })),
    scores,
    causes,
    neighbours,
  };
}
