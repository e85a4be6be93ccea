import { evaluator } from '../../engine/evaluate.ts';
import { runCases } from '../../engine/run-cases.ts';
import { type Effects, realEffects } from '../../kernel/effects.ts';
import { Problem } from '../../kernel/problem.ts';
import type { WrittenDocument } from '../../model/written-document.ts';
import { loadPack } from '../../pack/load.ts';
import { loadRuleChanges } from '../../pack/rule-changes.ts';
import { advise } from '../advice/advise.ts';
import { composeRuleBook } from '../rule-book/compose.ts';
import { touchedObjectives } from '../rule-book/touched-objectives.ts';
import { organisationOf } from '../workspace/organisations.ts';
import { theOnlyFramework } from '../workspace/the-only-framework.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Whose rule book it is to be. */
export interface RuleBookRequest {
  /** The id of a pack; that of the organisation, or the only one, unless said. */
  readonly framework?: string;
  /** With it, the book says which of its objectives each rule touches. */
  readonly view?: ViewOf;
}

/**
 * The rule book of a pack of the workspace, for an organisation or for anybody.
 * @throws Problem UNKNOWN_FRAMEWORK where several packs could be meant, or another one than the organisation's is named; those of the pack and of `advise`
 */
export async function ruleBook(
  workspace: Workspace,
  { framework, view }: RuleBookRequest,
): Promise<WrittenDocument> {
  const evaluation = view === undefined ? null : await advise(workspace, view);
  const own = evaluation?.advice.framework;
  if (framework !== undefined && own !== undefined && framework !== own)
    throw new Problem('UNKNOWN_FRAMEWORK', {
      place: view?.organisation ?? '',
      seen: framework,
      allowed: own,
      repair: 'Leave the pack out, or leave the organisation out.',
    });
  const id = own ?? framework ?? theOnlyFramework(workspace.frameworks());
  const pack = workspace.pack(id);
  const touched =
    evaluation === null || view === undefined
      ? null
      : touchedObjectives(evaluation, organisationOf(workspace, view.organisation).name, pack);
  const cases = await runCases(pack, workspace.evaluator(id));
  const changes = loadRuleChanges(workspace.packFolder(id));
  return composeRuleBook({ pack, cases, changes, touched }, day(workspace.effects));
}

/** The rule book of the pack in a folder, wherever it is. @throws Problem those of the pack */
export async function ruleBookOfFolder(
  folder: string,
  effects: Effects = realEffects,
): Promise<WrittenDocument> {
  const pack = loadPack(folder);
  const changes = loadRuleChanges(folder);
  const cases = await runCases(pack, evaluator(pack));
  return composeRuleBook({ pack, cases, changes, touched: null }, day(effects));
}

function day({ now }: Effects): string {
  return now().toISOString().slice(0, 10);
}
