import type { TObject } from 'typebox';
import { PeerCausesRow, PeerLevelsRow, PeerPeriodsRow, PeerUptakeRow } from './benchmark-rows.ts';
import {
  CeilingsRow,
  HeadroomRow,
  LevelsRow,
  MovesRow,
  PlanFrontierRow,
  SectionsRow,
  UnlockRow,
} from './rows.ts';

/** One field of a dataset. */
export interface DatasetField {
  readonly name: string;
  readonly title: string;
  /** Such as `integer`, `text` or `number or null`; a closed set of words is given as those words. */
  readonly type: string;
  /** `level`, `objectives`, `share`; empty for a field without a unit. */
  readonly unit: string;
  readonly description: string;
}

interface DatasetSource {
  readonly says: string;
  readonly from: string;
  readonly row: TObject;
}

/** The closed catalogue of what a dashboard can show: the schema of each dataset's rows, what it says and where from. */
export const datasets = {
  levels: {
    says: 'How many objectives are at each level, for each period and section, and for the whole.',
    from: 'The scores of every assessment held, in order of period.',
    row: LevelsRow,
  },
  sections: {
    says: 'How many objectives are at or above the satisfactory level, for each section and period.',
    from: 'The scores of every assessment held, in order of the rubric, then of period.',
    row: SectionsRow,
  },
  moves: {
    says: 'The score of each objective in two periods; only objectives that are scored in both.',
    from: 'The scores of two assessments, in order of objective.',
    row: MovesRow,
  },
  headroom: {
    says: 'The level achieved, the target and the ceiling of each scored objective.',
    from: 'The advice for one period, in order of objective.',
    row: HeadroomRow,
  },
  ceilings: {
    says: 'How many objectives each cause caps, now or later, and who could lift it.',
    from: 'The ceilings in the advice for one period, with the names of the causes from the pack.',
    row: CeilingsRow,
  },
  unlock: {
    says: 'Which circumstances would raise which ceilings, and how far; each pair once.',
    from: 'The rules, evaluated for every set of circumstances that they name, in order of objective and circumstance.',
    row: UnlockRow,
  },
  planFrontier: {
    says: 'What the best plan of each number of officer-days gains, from the fewest to those for everything.',
    from: 'The planner, for the days and demands that are asked for, else for those kept with the plan, in order of days.',
    row: PlanFrontierRow,
  },
  peerLevels: {
    says: 'How the scores of others are spread over the levels, and where the own ones are among them: the whole and each section, or one section and each of its objectives.',
    from: 'What a panel may tell of a group in one period, in order of the rubric, then of level.',
    row: PeerLevelsRow,
  },
  peerUptake: {
    says: 'How many of the others reached the next level from one period to the next, by the level that they stood at, then by section.',
    from: 'What a panel may tell of how a group moved, in order of level, then of the rubric.',
    row: PeerUptakeRow,
  },
  peerCauses: {
    says: 'How often each cause was given across a panel, and how many are above its level all the same.',
    from: 'What a panel may tell of causes in one period, over all its organisations; the one given most often first.',
    row: PeerCausesRow,
  },
  peerPeriods: {
    says: 'How many scores of others, and how many own ones, are at a satisfactory level or above: the whole and each section.',
    from: 'What a panel may tell of a group in each of its periods, in order of the rubric, then of period.',
    row: PeerPeriodsRow,
  },
} as const satisfies Record<string, DatasetSource>;

/** The name of a dataset of the catalogue. */
export type DatasetName = keyof typeof datasets;

/** Whether text names a dataset. */
export function isDatasetName(text: string): text is DatasetName {
  return Object.hasOwn(datasets, text);
}

/** The fields of a dataset, in order, read off the schema of its rows. */
export function datasetFields(dataset: DatasetName): readonly DatasetField[] {
  return Object.entries(datasets[dataset].row.properties).map(([name, schema]) => ({
    name,
    title: annotation(schema, 'title'),
    type: typeName(schema),
    unit: annotation(schema, 'unit'),
    description: annotation(schema, 'description'),
  }));
}

function annotation(schema: object, key: string): string {
  const value: unknown = Object.entries(schema).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}

function typeName(schema: object): string {
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) return schema.anyOf.map(typeName).join(' or ');
  if ('const' in schema) return String(schema.const);
  const type = annotation(schema, 'type');
  return type === 'string' ? 'text' : type === 'boolean' ? 'yes or no' : type;
}
