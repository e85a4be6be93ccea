import { countedNoun } from '../../model/counted-noun.ts';
import type { Factor } from '../../model/factor.ts';
import type { Section } from '../../model/framework.ts';
import type { WhatIfReport } from './what-if-report.ts';

/** What is supposed and what it changes: "Supposing Shared staff: yes, 8 targets are above …, 1 more than as it is."; null where nothing is supposed. */
export function whatIfSentence(
  report: Omit<WhatIfReport, 'sentence'>,
  factors: readonly Factor[],
  sections: readonly Section[],
): string | null {
  const asked = supposedWords(report, factors, sections);
  if (asked.length === 0) return null;
  const supposing = `Supposing ${listed(asked)}`;
  const { asItIs: was, whatIf: is, conflict, differs, n } = report;
  if (is === null) return `${supposing}: ${conflict?.because ?? 'these cannot hold together.'}`;
  const parts = [
    `${countedNoun(is.targets, 'target')} above the present score (${than(is.targets, was.targets)})`,
    ...(is.days === null
      ? []
      : [
          `${countedNoun(is.days, 'officer-day')}${was.days === null ? '' : ` (${than(is.days, was.days)})`}`,
        ]),
    `${is.cappedNow} capped now (${than(is.cappedNow, was.cappedNow)})`,
  ];
  const changed =
    differs === 0
      ? 'No target and no ceiling differs.'
      : `${differs} of ${countedNoun(n, 'objective')} ${differs === 1 ? 'differs' : 'differ'} from the advice as it is.`;
  return `${supposing}: ${listed(parts)}. ${changed}`;
}

/** "2 more", "1 fewer", "the same". */
export function than(is: number, was: number): string {
  if (is === was) return 'the same';
  return is > was ? `${is - was} more` : `${was - is} fewer`;
}

function supposedWords(
  { supposed, request }: Omit<WhatIfReport, 'sentence'>,
  factors: readonly Factor[],
  sections: readonly Section[],
): readonly string[] {
  const circumstances = factors.flatMap(({ id, name }) => {
    const state = supposed[id];
    return state === undefined ? [] : [`${name}: ${state === 'unknown' ? 'not known' : state}`];
  });
  if (request === null) return circumstances;
  const { days, weights, minimums = [], locks = [], stepDays = [], levelsAYear } = request;
  const weighted = (weights?.sections ?? []).map(({ section, weight }) => {
    const name = sections.find(({ id }) => id === section)?.name ?? section;
    return weight === 0 ? `${name} left out` : `${name} counted ${weight === 1 ? 'once' : `${weight} times`}`;
  });
  const single = (weights?.objectives ?? []).map(
    ({ objective, weight }) => `#${objective} counted ${weight} times`,
  );
  return [
    ...circumstances,
    ...(days === null ? [] : [countedNoun(days, 'officer-day')]),
    ...weighted,
    ...single,
    ...(minimums.length === 0 ? [] : [minimumWords(minimums)]),
    ...locks.map(({ objective, level }) => `#${objective} settled at ${level}`),
    ...(stepDays.length === 0 ? [] : ['officer-days of steps as given']),
    ...(levelsAYear === undefined ? [] : [`at most ${countedNoun(levelsAYear, 'level')} a year`]),
  ];
}

function minimumWords(minimums: readonly { readonly objective: number; readonly level: number }[]): string {
  if (minimums.length > 4) return `minimum levels for ${minimums.length} objectives`;
  return minimums.map(({ objective, level }) => `#${objective} at ${level} or above`).join(', ');
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
