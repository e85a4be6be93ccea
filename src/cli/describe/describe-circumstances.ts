import type { Circumstance, CircumstancesReport } from '../../app/circumstances/circumstances-report.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { dayWords } from '../../model/day-words.ts';
import type { FactorSetting } from '../../model/factor-setting.ts';
import { terminal } from '../terminal/terminal.ts';
import { indented, wrap } from './wrap.ts';

/** What is recorded of each circumstance, and what hangs on it, as lines of a width. */
export function describeCircumstances(
  { circumstances }: CircumstancesReport,
  width: number,
): readonly string[] {
  return circumstances
    .flatMap((one) => [
      ...wrap(`${one.name}: ${stateWords[one.state]} (${one.factor})`, width).map(terminal.heading),
      ...indented(one.question, width, 2),
      ...indented(sinceWords(one), width, 2),
      ...indented(
        one.limits.length === 0 ? 'Limits nothing at present.' : `Limits ${list(one.limits)}.`,
        width,
        2,
      ),
      ...(one.raises.length === 0
        ? one.limits.length === 0 || one.state === 'yes'
          ? []
          : indented(
              'A yes would raise no ceiling by itself; unlock shows with which others it would.',
              width,
              2,
            )
        : indented(
            `A yes would raise the ceiling of ${countedNoun(one.raises.length, 'objective')}: ${list(one.raises)}.`,
            width,
            2,
          )),
      ...(one.history.length < 2
        ? []
        : [
            '  Recorded:',
            ...one.history.toReversed().flatMap((each) => indented(settingWords(each), width, 4)),
          ]),
      '',
    ])
    .slice(0, -1);
}

const stateWords = { yes: 'yes', no: 'no', unknown: 'not known', claimed: 'claimed by a score' } as const;

function sinceWords({ state, holds, claimedBy }: Circumstance): string {
  if (holds !== null) return `${settingWords(holds)}.`;
  return state === 'claimed'
    ? `${claimedBy.map(({ objective, name, score }) => `Score ${score} for “${objective} ${name}” implies it`).join('; ')}. Nobody has confirmed it, so it lifts nothing.`
    : 'Nobody has said. What is not known lifts nothing.';
}

function settingWords({ state, from, reason, by, at }: FactorSetting): string {
  const who = `${by}, ${dayWords(at.slice(0, 10))}`;
  return `${stateWords[state]} from ${from}${reason === '' ? '' : `: ${reason}`} (${who})`;
}

function list(objectives: readonly { readonly objective: number; readonly name: string }[]): string {
  return objectives.map(({ objective, name }) => `${objective} ${name}`).join('; ');
}
