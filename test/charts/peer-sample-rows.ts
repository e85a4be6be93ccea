import type {
  PeerCausesRow,
  PeerLevelsRow,
  PeerPeriodsRow,
  PeerUptakeRow,
} from '../../src/charts/benchmark-rows.ts';

// Other orchards beside one's own: levels 1 to 4, of which 2 is satisfactory.
const levelNames = ['Bare', 'Tended', 'Thriving', 'Abundant'];
const group = 'all orchards';
const soil = 'Soil & water, with a name so long that it takes a second line';

/** Rows of `peerLevels`: the whole and a section with figures, and a section without. */
export function peerLevelsRows(): readonly PeerLevelsRow[] {
  const shared = { period: '2023', group, satisfactory: 2 };
  const spread = (
    counts: readonly number[],
    part: Omit<PeerLevelsRow, keyof typeof shared | 'level' | 'levelName' | 'count' | 'n' | 'share'>,
  ) => {
    const n = counts.reduce((sum, count) => sum + count, 0);
    return counts.map(
      (count, index): PeerLevelsRow => ({
        ...{ ...shared, ...part, level: index + 1, levelName: levelNames[index] ?? '' },
        ...{ count, n, share: count / n },
      }),
    );
  };
  const nothing = { level: null, levelName: '', count: null, n: null, share: null };
  return [
    ...spread([10, 20, 40, 10], {
      ...{ kind: 'whole', part: '', partName: 'All objectives', own: '2.38', position: 0.4 },
      ...{ standing: 'around the middle', leftOut: 2, why: '' },
    }),
    ...spread([2, 10, 20, 8], {
      ...{ kind: 'section', part: 'trees', partName: 'Trees', own: '3.00', position: 0.75 },
      ...{ standing: 'higher than most', leftOut: 0, why: '' },
    }),
    {
      ...{ ...shared, kind: 'section', part: 'soil', partName: soil, ...nothing, own: '', position: null },
      ...{ standing: '', leftOut: 2, why: 'none of its objectives can be compared' },
    },
  ];
}

/** Rows of `peerUptake`: two steps and a section with figures, and a section without. */
export function peerUptakeRows(): readonly PeerUptakeRow[] {
  const shared = { fromPeriod: '2022', toPeriod: '2023', group };
  const given = { why: '', leftOut: 0 };
  const nothing = { count: null, n: null, share: null, low: null, high: null, band: '' };
  return [
    {
      ...{ ...shared, ...given, by: 'step', part: '1', partName: '1 to 2', count: 15, n: 30, share: 0.5 },
      ...{ low: 0.33, high: 0.67, band: 'typical' },
    },
    {
      ...{ ...shared, ...given, by: 'step', part: '2', partName: '2 to 3', count: 4, n: 31, share: 4 / 31 },
      ...{ low: 0.05, high: 0.29, band: 'stretch', leftOut: 1 },
    },
    {
      ...{ ...shared, ...given, by: 'section', part: 'trees', partName: 'Trees', count: 19, n: 61 },
      ...{ share: 19 / 61, low: 0.2, high: 0.44, band: 'stretch' },
    },
    {
      ...{ ...shared, ...nothing, by: 'section', part: 'soil', partName: soil },
      ...{ leftOut: 2, why: 'fewer than 20 moves are known' },
    },
  ];
}

/** Rows of `peerCauses`: one from outside with those above its level, one from inside, and one that nobody may count. */
export function peerCausesRows(): readonly PeerCausesRow[] {
  const shared = { period: '2023', why: '' };
  return [
    {
      ...{ ...shared, cause: 'weather', causeName: 'The weather', control: 'external', under: 40 },
      ...{ beyond: 12, beyondOf: 40, fewer: 1, nearlyAll: 0, withheld: 1 },
    },
    {
      ...{ ...shared, cause: 'spades', causeName: 'Too few spades', control: 'internal', under: 14 },
      ...{ beyond: 0, beyondOf: 14, fewer: 3, nearlyAll: 1, withheld: 0 },
    },
    {
      ...{ ...shared, cause: 'bees', causeName: 'Bees next door', control: 'external', under: 0 },
      ...{ beyond: 0, beyondOf: 0, fewer: 4, nearlyAll: 0, withheld: 0 },
    },
  ];
}

/** Rows of `peerPeriods` for three periods; in the last one a section is withheld. */
export function peerPeriodsRows(): readonly PeerPeriodsRow[] {
  const periods = ['2021', '2022', '2023'];
  const part = (section: string, sectionName: string, own: readonly number[]) =>
    periods.map((period, index): PeerPeriodsRow => {
      const share = 0.5 + index / 20;
      return {
        ...{ period, group, section, sectionName, satisfactory: 2, n: 80, count: Math.round(80 * share) },
        ...{ share, low: share - 0.1, high: share + 0.1, lower: 1, median: 2, upper: 2.5 },
        ...{ ownN: 4, ownCount: (own[index] ?? 0) * 4, ownShare: own[index] ?? 0, ownMean: 2 },
        ...{ leftOut: 0, why: '' },
      };
    });
  const nothing = {
    ...{ n: null, count: null, share: null, low: null, high: null, lower: null, median: null, upper: null },
    ...{ ownN: null, ownCount: null, ownShare: null, ownMean: null, leftOut: 2 },
  };
  return [
    ...part('', 'All objectives', [0.25, 0.75, 1]),
    ...part('soil', soil, [0.5, 0.5, 0.5]).map((row) =>
      row.period === '2023' ? { ...row, ...nothing, why: 'none of its objectives can be compared' } : row,
    ),
  ];
}
