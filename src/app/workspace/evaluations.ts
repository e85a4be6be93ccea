import type { Evaluation, EvaluationInput } from '../../engine/evaluate.ts';
import { canonicalJson, sha256 } from '../../kernel/canonical.ts';
import type { Workspace } from './workspace.ts';

/** How many evaluations a workspace keeps: a page with a few what-ifs, for each of several organisations. */
const mostKept = 64;

const kept = new WeakMap<Workspace, Map<string, Promise<Evaluation>>>();

/**
 * Advice from an input, with the rules of its framework. The latest are kept: the same input is evaluated once.
 * @throws Problem UNKNOWN_FRAMEWORK, PACK_BROKEN
 */
export function evaluated(workspace: Workspace, input: EvaluationInput): Promise<Evaluation> {
  const evaluate = workspace.evaluator(input.assessment.framework);
  const evaluations = kept.get(workspace) ?? new Map<string, Promise<Evaluation>>();
  kept.set(workspace, evaluations);
  const key = sha256(canonicalJson(input));
  const held = evaluations.get(key) ?? evaluate(input);
  evaluations.delete(key);
  evaluations.set(key, held);
  const [oldest] = evaluations.keys();
  if (evaluations.size > mostKept && oldest !== undefined) evaluations.delete(oldest);
  return held;
}
