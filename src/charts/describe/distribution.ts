import { controlWord } from '../../model/control-word.ts';
import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import { distinct } from '../distinct.ts';
import type { CeilingsRow } from '../rows.ts';
import { are, counted, listed, midSentence, ofAll, orNone } from './words.ts';

/** Ceilings by cause in words: how many objectives are capped now and later, and which reason is given most often. */
export function describeDistribution(rows: readonly CeilingsRow[]): ChartDescription {
  const causes = distinct(rows.filter(({ cause }) => cause !== '').map(({ cause }) => cause)).map((cause) =>
    summary(rows.filter((row) => row.cause === cause)),
  );
  return {
    headline: headline(rows, causes),
    empty: rows.every(({ count }) => count === 0),
    sentences: [...controlSentence(rows), ...causes.map(causeSentence)],
    table: {
      caption: 'Objectives whose ceiling each reason sets; one with several reasons is counted under each',
      columns: [
        wordColumn('Reason given'),
        wordColumn('Where'),
        numberColumn('Capped now'),
        numberColumn('Capped later'),
      ],
      rows: causes.map(({ name, control, now, later }) => [name, control, String(now), String(later)]),
    },
  };
}

interface CauseSummary {
  readonly name: string;
  readonly control: string;
  readonly now: number;
  readonly later: number;
}

function summary(rows: readonly CeilingsRow[]): CauseSummary {
  return {
    name: rows[0]?.causeName ?? '',
    control: rows[0]?.control == null ? '' : controlWord[rows[0].control],
    now: total(rows, 'now'),
    later: total(rows, 'later'),
  };
}

function total(rows: readonly CeilingsRow[], capped: CeilingsRow['capped']): number {
  return rows.reduce((sum, row) => sum + (row.capped === capped ? row.count : 0), 0);
}

function headline(rows: readonly CeilingsRow[], causes: readonly CauseSummary[]): string {
  const whole = rows.filter(({ cause }) => cause === '');
  const n = rows[0]?.n ?? 0;
  if (n === 0) return 'No objective is scored.';
  const now = total(whole, 'now');
  const later = total(whole, 'later');
  if (now + later === 0) return `No limit is stated for any of ${counted(n, 'objective')}.`;
  const capped =
    now === 0
      ? `${ofAll(later, n, 'objective')} ${are(later)} capped, at a level above the present one`
      : `${ofAll(now, n, 'objective')} ${are(now)} capped at ${now === 1 ? 'its' : 'their'} present level and ${orNone(later)} at a higher one`;
  const most = Math.max(0, ...causes.map((cause) => cause.now + cause.later));
  const often = causes
    .filter((cause) => cause.now + cause.later === most)
    .map(({ name }) => midSentence(name));
  if (most === 0) return `${capped}.`;
  return `${capped}; the ${often.length === 1 ? 'reason' : 'reasons'} given most often ${are(often.length)} ${listed(often)} (${counted(most, 'objective')}${often.length === 1 ? '' : ' each'}).`;
}

function controlSentence(rows: readonly CeilingsRow[]): readonly string[] {
  const whole = rows.filter(({ cause }) => cause === '');
  const of = (control: CeilingsRow['control']) =>
    whole.reduce((sum, row) => sum + (row.control === control ? row.count : 0), 0);
  if (whole.length === 0) return [];
  return [
    `Who could lift the ceiling: others outside the organisation for ${of('external')}, the organisation itself for ${of('internal')}, both together for ${of('mixed')}.`,
  ];
}

function causeSentence({ name, control, now, later }: CauseSummary): string {
  return `${name} (${control}): ${now} capped now, ${later} later.`;
}
