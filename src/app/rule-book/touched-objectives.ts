import type { Evaluation } from '../../engine/evaluate.ts';
import { type CeilingCause, scoredAdvice } from '../../model/advice.ts';
import { levelName, objectiveName } from '../../model/framework-names.ts';
import type { Pack } from '../../pack/pack.ts';
import type { TouchedObjectives } from './source.ts';

/** Which objectives each rule touches in one advice; objectives are in the pack's order. */
export function touchedObjectives(
  { advice, readings }: Evaluation,
  organisation: string,
  pack: Pack,
): TouchedObjectives {
  const { framework } = pack;
  const byRule = {
    reading: new Map<string, string[]>(),
    ceilings: new Map<string, string[]>(),
    targets: new Map<string, string[]>(),
  };
  const touch = (kind: keyof typeof byRule, rule: string, words: string) => {
    const known = byRule[kind].get(rule) ?? [];
    if (!known.includes(words)) byRule[kind].set(rule, [...known, words]);
  };
  for (const one of scoredAdvice(advice)) {
    const name = objectiveName(framework, one.objective);
    const reading = readings.find(({ objective }) => objective === one.objective);
    for (const { rule } of [...(reading?.obstacles ?? []), ...(reading?.courses ?? [])])
      touch('reading', rule, name);
    for (const cause of one.ceiling.causes)
      touch('ceilings', cause.rule, `${name}: ${effectOf(cause, pack)}`);
    touch(
      'targets',
      one.target.rule,
      `${name}: target ${levelName(framework, one.target.level)}, from a score of ${one.score.label}`,
    );
  }
  const { period, basedOn, factors } = advice;
  return { organisation, period, basedOn, factors, byRule };
}

function effectOf({ binding, strength, overtaken, level }: CeilingCause, { framework }: Pack): string {
  const at = levelName(framework, level);
  if (binding) return `the ceiling is ${at}`;
  if (overtaken) return `a limit at ${at}, which the score is above already`;
  return strength === 'hedged' ? `a possible limit at ${at}` : `a limit at ${at}; another is lower`;
}
