import { controlWord } from '../../model/control-word.ts';
import type { PeerCausesRow } from '../benchmark-rows.ts';
import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import { nothingGiven } from './nothing-given.ts';
import { counted, midSentence } from './words.ts';

/** Causes across a panel in words: which is given most often, by control, and how many are beyond its level all the same. */
export function describePeerCauses(rows: readonly PeerCausesRow[]): ChartDescription {
  const nothing = nothingGiven(rows);
  return {
    headline: nothing ?? headline(rows),
    empty: nothing !== null,
    sentences: nothing === null ? rows.map(sentence) : [],
    table: {
      caption: 'How often each reason was given, counted once for each organisation and objective',
      columns: [
        wordColumn('Reason given'),
        wordColumn('Where'),
        numberColumn('Times given'),
        numberColumn('Above its level all the same'),
        numberColumn('Objectives: fewer than ten'),
        numberColumn('Objectives: nearly all'),
        numberColumn('Objectives: withheld'),
      ],
      rows: rows
        .filter(({ cause }) => cause !== '')
        .map(({ causeName, control, under, beyond, beyondOf, fewer, nearlyAll, withheld }) => [
          causeName,
          control === null ? '–' : controlWord[control],
          String(under),
          beyondOf === 0 ? '–' : `${beyond} of ${beyondOf}`,
          ...[fewer, nearlyAll, withheld].map(String),
        ]),
    },
  };
}

function headline(rows: readonly PeerCausesRow[]): string {
  const [most] = rows;
  if (most === undefined || (most.under === 0 && most.nearlyAll === 0))
    return 'On no objective can it be told how often a reason was given.';
  const all = rows.reduce((sum, { under }) => sum + under, 0);
  const outside = rows.reduce((sum, { control, under }) => sum + (control === 'external' ? under : 0), 0);
  const often = [
    ...(most.under === 0 ? [] : [counted(most.under, 'time')]),
    ...(most.nearlyAll === 0 ? [] : [`by nearly all on ${counted(most.nearlyAll, 'objective')}`]),
  ].join(', and ');
  const lifted = all === 0 ? '' : `; others outside could lift ${outside} of all ${all}`;
  return `Where it can be told, the reason given most often in ${most.period} is ${midSentence(most.causeName)} (${often})${lifted}.`;
}

function sentence({
  causeName,
  control,
  under,
  beyond,
  beyondOf,
  fewer,
  nearlyAll,
  withheld,
}: PeerCausesRow): string {
  const parts = [
    under === 0 ? 'no number can be told' : `given ${counted(under, 'time')}`,
    ...(beyondOf === 0 ? [] : [`of ${beyondOf} told, ${beyond} above its level all the same`]),
    ...(nearlyAll === 0 ? [] : [`by nearly all on ${counted(nearlyAll, 'objective')}`]),
    ...(fewer === 0 ? [] : [`by fewer than ten on ${counted(fewer, 'objective')}`]),
    ...(withheld === 0 ? [] : [`withheld on ${counted(withheld, 'objective')}`]),
  ];
  return `${causeName.charAt(0).toUpperCase()}${causeName.slice(1)} (${control === null ? 'not known' : controlWord[control]}): ${parts.join('; ')}.`;
}
