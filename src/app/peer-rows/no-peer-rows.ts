import type {
  PeerCausesRow,
  PeerLevelsRow,
  PeerPeriodsRow,
  PeerUptakeRow,
} from '../../charts/benchmark-rows.ts';
import type { DatasetName } from '../../charts/catalogue.ts';
import type { Pack } from '../../pack/pack.ts';

/** The datasets that are of others. */
const peerDatasets = [
  'peerLevels',
  'peerUptake',
  'peerCauses',
  'peerPeriods',
] as const satisfies readonly DatasetName[];
export type PeerDataset = (typeof peerDatasets)[number];

/** The one row of a dataset of others that says why there is nothing, in a sentence. */
export function noPeerRows({ framework }: Pack, dataset: PeerDataset, why: string): readonly object[] {
  const { satisfactory } = framework;
  const about = { period: '', group: '', satisfactory, leftOut: 0, why };
  switch (dataset) {
    case 'peerLevels': {
      const row: PeerLevelsRow = {
        ...about,
        ...{ kind: 'whole', part: '', partName: '', level: null, levelName: '', count: null, n: null },
        ...{ share: null, own: '', position: null, standing: '' },
      };
      return [row];
    }
    case 'peerUptake': {
      const row: PeerUptakeRow = {
        ...{
          fromPeriod: '',
          toPeriod: '',
          group: '',
          by: 'step',
          part: '',
          partName: '',
          count: null,
          n: null,
        },
        ...{ share: null, low: null, high: null, band: '', leftOut: 0, why },
      };
      return [row];
    }
    case 'peerCauses': {
      const row: PeerCausesRow = {
        ...{ period: '', cause: '', causeName: '', control: null, under: 0, beyond: 0, beyondOf: 0 },
        ...{ fewer: 0, nearlyAll: 0, withheld: 0, why },
      };
      return [row];
    }
    case 'peerPeriods': {
      const row: PeerPeriodsRow = {
        ...about,
        ...{ section: '', sectionName: '', n: null, count: null, share: null, low: null, high: null },
        ...{
          lower: null,
          median: null,
          upper: null,
          ownN: null,
          ownCount: null,
          ownShare: null,
          ownMean: null,
        },
      };
      return [row];
    }
  }
}

/** Whether a dataset is one of others. */
export function isPeerDataset(dataset: DatasetName): dataset is PeerDataset {
  return peerDatasets.some((each) => each === dataset);
}
