import type { Dashboard } from '../dashboard.ts';
import type { ChartDescription } from '../description.ts';
import { parseRows } from '../parse-rows.ts';
import { describeDistribution } from './distribution.ts';
import { describeFrontier } from './frontier.ts';
import { describeLadder } from './ladder.ts';
import { describeLevels } from './levels.ts';
import { describeMatrix } from './matrix.ts';
import { describeMoves } from './moves.ts';
import { describeSeries } from './series.ts';

/** Headline, text and table of a dashboard from its rows, by the generator of its kind. */
export function describeChart(dashboard: Dashboard, rows: readonly unknown[]): ChartDescription {
  switch (dashboard.kind) {
    case 'levels':
      return describeLevels(parseRows('levels', rows));
    case 'series':
      return describeSeries(parseRows('sections', rows));
    case 'moves':
      return describeMoves(parseRows('moves', rows));
    case 'ladder':
      return describeLadder(parseRows('headroom', rows));
    case 'distribution':
      return describeDistribution(parseRows('ceilings', rows));
    case 'matrix':
      return describeMatrix(parseRows('unlock', rows));
    case 'frontier':
      return describeFrontier(parseRows('planFrontier', rows));
  }
}
