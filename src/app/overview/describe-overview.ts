import type { Overview } from './overview-data.ts';

/** The figures of an overview, without what is under way. */
export type OverviewFigures = Omit<
  Overview,
  'organisationName' | 'example' | 'sentences' | 'plan' | 'reached' | 'open'
>;

/** The figures of an overview in plain sentences: where it stands, how it moved, what is capped, what the targets are. */
export function describeOverview(figures: OverviewFigures): readonly string[] {
  if (figures.n === 0) return [`No objective is scored in ${figures.basedOn}.`];
  return [
    standing(figures),
    ...(figures.change === null ? [] : [figures.change.sentence, figures.change.lowerSentence]),
    capped(figures),
    targets(figures),
  ];
}

function standing({ n, satisfactory, basedOn, change }: OverviewFigures): string {
  const { count, level, before } = satisfactory;
  const now = `${count} of ${n} ${are(count)} at ${level} or above in ${basedOn}`;
  return before === null || change === null ? `${now}.` : `${now}; in ${change.from} ${before} were.`;
}

function capped({ n, capped: { now, later, no } }: OverviewFigures): string {
  const parts = [
    now.external > 0 ? `${now.external} by what is outside the organisation` : '',
    now.internal > 0 ? `${now.internal} by what is inside it` : '',
    now.mixed > 0 ? `${now.mixed} by both` : '',
  ].filter((part) => part !== '');
  const reasons = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `${now.total} of ${n} ${are(now.total)} at a ceiling${reasons}; ${later.total} can rise to one below the top; for ${no} no limit is stated.`;
}

function targets({
  n,
  period,
  stances,
  targets: { satisfactory, withOpenLevels },
  ...rest
}: OverviewFigures): string {
  const { finish, advance, hold, open } = stances;
  const reach = `${satisfactory} of ${n} would then be at ${rest.satisfactory.level} or above`;
  const apart = withOpenLevels > satisfactory ? ` (${withOpenLevels} with all open levels)` : '';
  return `Targets for ${period}: finish ${finish}, advance ${advance}, hold ${hold}, open ${open}; ${reach}${apart}.`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
