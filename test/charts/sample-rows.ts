import type { DatasetName } from '../../src/charts/catalogue.ts';
import type {
  CeilingsRow,
  HeadroomRow,
  LevelsRow,
  MovesRow,
  PlanFrontierRow,
  SectionsRow,
  UnlockRow,
} from '../../src/charts/rows.ts';
import { peerCausesRows, peerLevelsRows, peerPeriodsRows, peerUptakeRows } from './peer-sample-rows.ts';

// An invented rubric of an orchard: two sections, four objectives, levels 1 to 4, of which 2 is satisfactory.
const levelNames = ['Bare', 'Tended', 'Thriving', 'Abundant'];
const sections = [
  { section: 'trees', sectionName: 'Trees' },
  { section: 'soil', sectionName: 'Soil & water, with a name so long that it takes a second line' },
];
const objectives = [
  { objective: 1, name: 'Pruning', ...section(0) },
  { objective: 2, name: 'Grafting <old stock>', ...section(0) },
  { objective: 3, name: 'Mulching', ...section(1) },
  { objective: 4, name: 'Watering', ...section(1) },
];
const scores: Readonly<Record<string, readonly number[]>> = {
  '2021': [1, 1, 1, 2],
  '2022': [1, 2, 2, 2],
  '2023': [1.5, 2, 3, 3],
};

/** Rows of `levels` for some of the periods 2021, 2022 and 2023. */
export function levelsRows(periods: readonly string[] = ['2022', '2023']): readonly LevelsRow[] {
  return periods.flatMap((period) =>
    levelNames.map((levelName, index) => {
      const count = scoresOf(period).filter((score) => Math.floor(score) === index + 1).length;
      const whole = { section: '', sectionName: 'All objectives', satisfactory: 2, n: 4 };
      return { period, ...whole, level: index + 1, levelName, count, share: count / 4 };
    }),
  );
}

/** Rows of `sections` for some of the periods. */
export function sectionsRows(periods: readonly string[] = ['2022', '2023']): readonly SectionsRow[] {
  return [{ section: '', sectionName: 'All objectives' }, ...sections].flatMap((part) =>
    periods.map((period) => {
      const own = scoresOf(period).filter(
        (_score, index) => part.section === '' || objectives[index]?.section === part.section,
      );
      const atOrAbove = own.filter((score) => score >= 2).length;
      const mean = own.reduce((sum, score) => sum + score, 0) / own.length;
      return {
        ...part,
        period,
        satisfactory: 2,
        n: own.length,
        atOrAbove,
        share: atOrAbove / own.length,
        mean,
      };
    }),
  );
}

/** Rows of `moves` from 2022 to 2023. */
export function movesRows(): readonly MovesRow[] {
  return objectives.map((objective, index) => {
    const from = scoresOf('2022')[index] ?? 0;
    const to = scoresOf('2023')[index] ?? 0;
    return {
      ...objective,
      fromPeriod: '2022',
      toPeriod: '2023',
      from,
      to,
      fromLabel: label(from),
      toLabel: label(to),
      change: to - from,
      agreedStandard: index === 2,
      halfStep: Math.abs(to - from) === 0.5,
    };
  });
}

/** Rows of `headroom` for advice that rests on 2023: a target to finish, a cap now, a cap later, and no limit. */
export function headroomRows(): readonly HeadroomRow[] {
  const rows: readonly Omit<HeadroomRow, 'objective' | 'name' | 'section' | 'sectionName'>[] = [
    { ...unlimited, label: '1/2', achieved: 1, workingTowards: 2, target: 2, stance: 'finish' },
    { ...unlimited, label: '2', achieved: 2, target: 2, ceiling: 2, capped: 'now', control: 'external' },
    {
      ...unlimited,
      label: '2',
      achieved: 2,
      target: 2,
      ceiling: 3,
      potential: 3,
      capped: 'later',
      control: 'internal',
    },
    { ...unlimited, label: '3', achieved: 3, target: 3, openLevel: 4, stance: 'open' },
  ];
  return rows.map((row, index) => ({ ...(objectives[index] ?? objectives[0]), ...row }) as HeadroomRow);
}

/** Rows of `ceilings` that go with those of `headroom`. */
export function ceilingsRows(): readonly CeilingsRow[] {
  const whole = (['external', 'internal', 'mixed'] as const).flatMap((control) =>
    (['now', 'later'] as const).map((capped) => ({
      cause: '',
      causeName: '',
      control,
      capped,
      count:
        (control === 'external' && capped === 'now') || (control === 'internal' && capped === 'later')
          ? 1
          : 0,
      n: 4,
    })),
  );
  return [
    ...whole,
    { cause: 'weather', causeName: 'The weather', control: 'external', capped: 'now', count: 1, n: 4 },
    { cause: 'weather', causeName: 'The weather', control: 'external', capped: 'later', count: 0, n: 4 },
    { cause: 'spades', causeName: 'Too few spades', control: 'internal', capped: 'now', count: 0, n: 4 },
    { cause: 'spades', causeName: 'Too few spades', control: 'internal', capped: 'later', count: 1, n: 4 },
  ];
}

/** Rows of `unlock`: a circumstance that raises one by itself, and two that raise another only together. */
export function unlockRows(): readonly UnlockRow[] {
  const ladders = { factor: 'ladders', factorName: 'Long ladders', state: 'unknown' } as const;
  const bees = { factor: 'bees', factorName: 'Bees next door', state: 'claimed' } as const;
  const [pruning, grafting] = objectives;
  if (pruning === undefined || grafting === undefined) throw new Error('no objectives');
  return [
    { ...ladders, ...pruning, from: 2, to: 3, alone: true, capped: 3 },
    { ...ladders, ...grafting, from: 2, to: 4, alone: false, capped: 3 },
    { ...bees, ...grafting, from: 2, to: 4, alone: false, capped: 3 },
  ];
}

/** Rows of `planFrontier`: three plans, of which the second is the best for the 25 days that there are. */
export function frontierRows(): readonly PlanFrontierRow[] {
  const same = { budget: 25, note: 'assumed 10 days a step; change it' };
  return [
    { days: 0, gain: 0, levels: 0, objectives: 0, joins: '', leaves: '', chosen: false, ...same },
    { days: 20, gain: 3, levels: 2, objectives: 2, joins: '1, 3', leaves: '', chosen: true, ...same },
    { days: 35, gain: 4, levels: 2, objectives: 2, joins: '4', leaves: '3', chosen: false, ...same },
  ];
}

/** Rows of every dataset of the catalogue. */
export function sampleRows(name: DatasetName): readonly object[] {
  return {
    levels: levelsRows,
    sections: sectionsRows,
    moves: movesRows,
    headroom: headroomRows,
    ceilings: ceilingsRows,
    unlock: unlockRows,
    planFrontier: frontierRows,
    peerLevels: peerLevelsRows,
    peerUptake: peerUptakeRows,
    peerCauses: peerCausesRows,
    peerPeriods: peerPeriodsRows,
  }[name]();
}

/** A stamp of an organisation's own data. */
export const orchardStamp = {
  organisation: 'Apple & Sons',
  period: '2023',
  framework: 'Orchard 1',
  packVersion: '1.0.0',
  example: null,
};

const unlimited = {
  workingTowards: null,
  openLevel: null,
  ceiling: 4,
  potential: 4,
  bottom: 1,
  top: 4,
  stance: 'hold',
  capped: 'no',
  control: null,
} as const;

function section(index: 0 | 1): { readonly section: string; readonly sectionName: string } {
  return sections[index] ?? { section: '', sectionName: '' };
}

function scoresOf(period: string): readonly number[] {
  return scores[period] ?? [];
}

function label(score: number): string {
  return Number.isInteger(score) ? String(score) : `${Math.floor(score)}/${Math.ceil(score)}`;
}
