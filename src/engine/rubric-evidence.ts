import type { Evidence } from '../model/advice.ts';
import type { CeilingRule } from '../model/ceiling-rule.ts';
import type { Objective } from '../model/framework.ts';
import { type Pack, rubricText } from '../pack/pack.ts';

/** The words of the rubric that a rule quotes, in the criterion of an objective or the principle of its section. */
export function rubricEvidence(
  rule: Extract<CeilingRule, { basis: 'criterion' | 'principle' }>,
  { number, section }: Objective,
  pack: Pack,
): Exclude<Evidence, { readonly source: 'comment' }> {
  const level = rule.rulesOut;
  if (rule.basis === 'criterion') {
    const at = { objective: number, level };
    return { source: 'criterion', ...at, ...spanOf(rule.quote, rubricText(pack, at)) };
  }
  const at = { section, level };
  return { source: 'principle', ...at, ...spanOf(rule.quote, rubricText(pack, at)) };
}

function spanOf(quote: string, text: string | null) {
  const start = text?.indexOf(quote) ?? 0;
  return { quote, start, end: start + quote.length };
}
