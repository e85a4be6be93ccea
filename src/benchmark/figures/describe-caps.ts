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
    ...(nearly === 0 ? [] : [`by nearly all on ${countedNoun(nearly, 'objective')}`]),
    ...(fewer === 0 ? [] : [`on ${countedNoun(fewer, 'objective')} by fewer than ten, or by none`]),
    ...(withheld === 0 ? [] : [`by a number that is withheld on ${countedNoun(withheld, 'objective')}`]),
  ];
  const above = beyond === null ? '' : ` Of ${beyond.n}, ${beyond.count} are above its level all the same.`;
  return `${capitalised(name)} (${controls[control]}): ${parts.join('; ')}.${above}`;
}

/** What a circumstance would raise, in plain English. */
export function describeLift(one: Omit<LiftAcross, 'sentence'>): string {
  const { name, rises, fewer, withheld, objectives } = one;
  const told = objectives.filter((each) => typeof each.rises === 'number').length;
  const nearly = objectives.filter((each) => each.rises === 'nearly-all').length;
  const parts = [
    ...(told === 0 ? [] : [`${countedNoun(rises, 'ceiling')} on ${countedNoun(told, 'objective')}`]),
    ...(nearly === 0 ? [] : [`nearly all on ${countedNoun(nearly, 'objective')}`]),
    ...(fewer === 0 ? [] : [`on ${countedNoun(fewer, 'objective')} fewer than ten, or none`]),
    ...(withheld === 0 ? [] : [`a number that is withheld on ${countedNoun(withheld, 'objective')}`]),
  ];
  return `${capitalised(name)}, if there for everybody, would raise ${parts.join('; ')}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
