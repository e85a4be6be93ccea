import { countedNoun } from '../../model/counted-noun.ts';
import type { CauseAcross, LiftAcross } from '../../model/panel-caps.ts';

const controls = {
  external: 'somebody outside the organisation could lift it',
  internal: 'the organisation could lift it',
} as const;

/** A cause over all objectives, in plain English. */
export function describeCause(one: Omit<CauseAcross, 'sentence'>): string {
  const { name, control, under, beyond, fewer, withheld, objectives } = one;
  const told = objectives.filter((each) => typeof each.under === 'number').length;
  const nearly = objectives.filter((each) => each.under === 'nearly-all').length;
  const parts = [
    ...(told === 0 ? [] : [`given ${times(under)} on ${countedNoun(told, 'objective')}`]),
    ...(nearly === 0 ? [] : [`by nearly all on ${nearly}`]),
    ...(fewer === 0 ? [] : [`by fewer than ten others or nobody on ${fewer}`]),
    ...(withheld === 0 ? [] : [`by a number that is withheld on ${withheld}`]),
  ];
  const above = beyond === null ? '' : ` Of ${beyond.n}, ${beyond.count} are above its level all the same.`;
  return `${capitalised(name)} (${controls[control]}): ${parts.join(', ')}.${above}`;
}

/**
 * The causes that somebody may be told of, each in a sentence, and the others together: those of which it is told
 * nowhere that more than a few gave them, or that anybody did.
 * @param most as many are told by themselves
 */
export function describeCauses(causes: readonly CauseAcross[], most: number): readonly string[] {
  const few = causes.filter(({ fewer, objectives }) => fewer === objectives.length);
  const names = few.map(({ name }) => name).join(', ');
  return [
    ...causes
      .filter((each) => !few.includes(each))
      .slice(0, most)
      .map(({ sentence }) => sentence),
    ...(few.length === 0
      ? []
      : [
          `Given by fewer than ten other organisations, or by none, on every objective that is told: ${names}.`,
        ]),
  ];
}

/** What a circumstance would raise, in plain English. */
export function describeLift(one: Omit<LiftAcross, 'sentence'>): string {
  const { name, rises, fewer, withheld, objectives } = one;
  const told = objectives.filter((each) => typeof each.rises === 'number').length;
  const nearly = objectives.filter((each) => each.rises === 'nearly-all').length;
  const parts = [
    ...(told === 0 ? [] : [`${countedNoun(rises, 'ceiling')} on ${countedNoun(told, 'objective')}`]),
    ...(nearly === 0 ? [] : [`nearly all on ${nearly}`]),
    ...(fewer === 0 ? [] : [`fewer than ten on ${fewer}`]),
    ...(withheld === 0 ? [] : [`a number that is withheld on ${withheld}`]),
  ];
  return `${capitalised(name)}, if there for everybody, would raise ${parts.join(', ')}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
