import type { Dashboard } from '../dashboard.ts';
import type { ChartDescription } from '../description.ts';
import { parseRows } from '../parse-rows.ts';
import { describeDistribution } from './distribution.ts';
import { describeFrontier } from './frontier.ts';
import { describeLadder } from './ladder.ts';
import { describeLevels } from './levels.ts';
import { describeMatrix } from './matrix.ts';
import { describeMoves } from './moves.ts';
import { describePeerCauses } from './peer-causes.ts';
import { describePeerLevels } from './peer-levels.ts';
import { describePeerPeriods } from './peer-periods.ts';
import { describePeerUptake } from './peer-uptake.ts';
import { describeSeries } from './series.ts';

/** Headline, text and table of a dashboard from its rows, by the generator of its data. */
export function describeChart(dashboard: Dashboard, rows: readonly unknown[]): ChartDescription {
  switch (dashboard.data) {
    case 'levels':
      return describeLevels(parseRows('levels', rows));
    case 'sections':
      return describeSeries(parseRows('sections', rows));
    case 'moves':
      return describeMoves(parseRows('moves', rows));
    case 'headroom':
      return describeLadder(parseRows('headroom', rows));
    case 'ceilings':
      return describeDistribution(parseRows('ceilings', rows));
    case 'unlock':
      return describeMatrix(parseRows('unlock', rows));
    case 'planFrontier':
      return describeFrontier(parseRows('planFrontier', rows));
    case 'peerLevels':
      return describePeerLevels(parseRows('peerLevels', rows));
    case 'peerUptake':
      return describePeerUptake(parseRows('peerUptake', rows));
    case 'peerCauses':
      return describePeerCauses(parseRows('peerCauses', rows));
    case 'peerPeriods':
      return describePeerPeriods(parseRows('peerPeriods', rows));
  }
}
