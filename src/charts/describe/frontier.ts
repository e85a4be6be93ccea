import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import type { PlanFrontierRow } from '../rows.ts';
import { counted } from './words.ts';

/** Gain against officer-days in words: what the days that there are bring, and how many the whole gain takes. */
export function describeFrontier(rows: readonly PlanFrontierRow[]): ChartDescription {
  const last = rows.at(-1);
  const empty = last === undefined || last.gain === 0;
  return {
    headline: empty ? 'No target can rise, however many days there are.' : headline(rows, last),
    empty,
    sentences: empty ? [] : [...left(rows), ...rows.map(sentence), ...assumed(last)],
    table: {
      caption: 'The best plan for each number of officer-days that adds to the gain',
      columns: [
        numberColumn('Days'),
        numberColumn('Gain'),
        numberColumn('Levels'),
        numberColumn('Objectives'),
        wordColumn('Comes in'),
        wordColumn('Gives way'),
      ],
      rows: rows.map((row) => [
        row.chosen ? `${row.days} (this one)` : String(row.days),
        ...[row.gain, row.levels, row.objectives].map(String),
        row.joins || 'None',
        row.leaves || 'None',
      ]),
    },
  };
}

function headline(rows: readonly PlanFrontierRow[], { gain, days, budget }: PlanFrontierRow): string {
  const whole = `the whole gain of ${gain}`;
  if (budget === null) {
    const half = rows.find((row) => 2 * row.gain >= gain)?.days ?? days;
    const begin = `With ${counted(days, 'officer-day')} ${whole} is reached`;
    return half === days
      ? `${begin}.`
      : `${begin}; ${counted(half, 'day')} ${bring(half)} half of it or more.`;
  }
  if (budget >= days)
    return `${counted(budget, 'officer-day')} ${budget === 1 ? 'is' : 'are'} enough for ${whole}: it takes ${counted(days, 'day')}.`;
  const now = rows.find(({ chosen }) => chosen)?.gain ?? 0;
  return `With ${counted(budget, 'officer-day')} the best plan gains ${now} of ${gain}; ${whole} takes ${counted(days, 'day')}.`;
}

function bring(days: number): string {
  return days === 1 ? 'brings' : 'bring';
}

function left(rows: readonly PlanFrontierRow[]): readonly string[] {
  const chosen = rows.find((row) => row.chosen);
  const budget = chosen?.budget ?? null;
  return chosen === undefined || budget === null || chosen.days === budget
    ? []
    : [`The best plan takes ${chosen.days} of the ${counted(budget, 'officer-day')}.`];
}

function sentence({ days, gain, objectives, joins, leaves }: PlanFrontierRow): string {
  const changes = [
    ...(joins === '' ? [] : [`in: ${joins}`]),
    ...(leaves === '' ? [] : [`out: ${leaves}`]),
  ].map((change) => `; ${change}`);
  return `${counted(days, 'officer-day')}: gain ${gain}, ${counted(objectives, 'objective')}${changes.join('')}.`;
}

function assumed({ note }: PlanFrontierRow): readonly string[] {
  return note === '' ? [] : [`Officer-days: ${note}.`];
}
