import type { Diagnostic } from '../kernel/diagnostics.ts';
import { scoreFault } from './check-score.ts';
import type { Origin } from './folder-reader.ts';
import type { PackContent } from './pack.ts';
import { unknownNames } from './unknown-names.ts';

/** What worked cases name that the pack does not have: objectives, circumstances, rules, levels and scores. */
export function checkCases(content: PackContent, origins: readonly Origin[]): readonly Diagnostic[] {
  const { levels } = content.framework;
  const numbers = levels.map(({ level }) => level);
  const objectives = new Set(content.framework.objectives.map(({ number }) => number));
  const factors = new Set(content.factors.map(({ id }) => id));
  const ceilings = new Set(content.ceilings.map(({ id }) => id));
  const targets = new Set(content.targets.map(({ id }) => id));
  return content.cases.flatMap(({ id, given, expected }, index) => {
    const { file = 'cases/', path = '' } = origins[index] ?? {};
    const at = (under: string) => ({ file, place: `case ${id}`, path: `${path}/${under}` });
    const scores = [
      { under: 'given/score', score: given.score },
      ...(given.previous === undefined
        ? []
        : [{ under: 'given/previous/score', score: given.previous.score }]),
    ];
    const { ceiling, target, rule, causes = [] } = expected;
    return [
      ...unknownNames(at('given/objective'), [given.objective], objectives),
      ...unknownNames(at('given/factors'), Object.keys(given.factors ?? {}), factors),
      ...unknownNames(at('expected/causes'), causes, ceilings),
      ...unknownNames(at('expected/rule'), rule === undefined ? [] : [rule], targets),
      ...unknownNames(at('expected/ceiling'), ceiling === undefined ? [] : [ceiling], numbers),
      ...unknownNames(at('expected/target'), target === undefined ? [] : [target], numbers),
      ...scores.flatMap(({ under, score }) => scoreFault(at(under), score, levels)),
    ];
  });
}
