import { appliesTo } from '../engine/facts.ts';
import { bareEngine, type EvaluableRule } from '../engine/json-rules.ts';
import { Problem } from '../kernel/problem.ts';
import type { CeilingRule } from '../model/ceiling-rule.ts';
import { topLevel } from '../model/framework.ts';
import type { Pack } from '../pack/pack.ts';
import type { DrawnCase } from './drawn-cases.ts';

/** What comes of a case: ceiling, control, potential, target rule, target. */
export type Outcome = readonly [number, string | null, number, string, number];

/** Answers cases by json-rules-engine and nothing else, one after the other. */
export type Alone = (cases: readonly DrawnCase[]) => Promise<readonly Outcome[]>;

/**
 * json-rules-engine with engines that are made once and reused, and the least code around it.
 * @param which `objective`: for each objective one engine with the ceiling rules that can hold for it;
 * `raised`: of these only the ones whose signal the comment raises, one engine for each such set;
 * `one`: all rules of both stages in one engine, run twice for a case, as `room` follows from the first run
 */
export function enginesAlone(pack: Pack, which: 'objective' | 'raised' | 'one'): Alone {
  const kept = new Map<string, ReturnType<typeof bareEngine>>();
  const engineFor = (key: string, rules: () => readonly EvaluableRule[]) => {
    const engine = kept.get(key) ?? bareEngine(rules());
    kept.set(key, engine);
    return engine;
  };
  const ceilings = new Map(
    pack.ceilings.map((rule) => [`ceiling ${rule.id}`, { rule, ...fixed(rule, pack) }]),
  );
  const targets = new Map(pack.targets.map((rule) => [`target ${rule.id}`, rule]));
  const objectives = new Map(pack.framework.objectives.map((each) => [each.number, each]));
  const levels = pack.framework.levels.map(({ level }) => level).toSorted((a, b) => a - b);
  const top = topLevel(pack.framework);

  const answer = async ({ facts, levels: said }: DrawnCase): Promise<Outcome> => {
    const objective = objectives.get(Number(facts['objective']));
    if (objective === undefined) throw new Error('no such objective');
    const about = (rule: CeilingRule): boolean =>
      rule.basis === 'comment'
        ? which === 'objective' || facts[`said.${rule.signal}`] !== 'none'
        : appliesTo(rule, objective);
    const raised = () => pack.ceilings.filter(about);
    const ofCeilings = () => named('ceiling', raised());
    const ofTargets = () => named('target', pack.targets);
    const both = () => [...named('ceiling', pack.ceilings), ...ofTargets()];
    const key =
      which === 'one'
        ? 'one'
        : which === 'objective'
          ? `${objective.number}`
          : raised()
              .map(({ id }) => id)
              .join(' ');
    const first = engineFor(key, which === 'one' ? both : ofCeilings);
    const begun = await first(which === 'one' ? { ...facts, room: 0 } : facts);
    const achieved = Number(facts['achieved']);
    let [external, internal] = [top, top];
    for (const { name } of begun) {
      const ceiling = ceilings.get(name);
      if (ceiling === undefined) continue;
      const { rule, control, below } = ceiling;
      if (rule.basis === 'comment' ? facts[`said.${rule.signal}`] !== 'stated' : !appliesTo(rule, objective))
        continue;
      const level = rule.basis === 'comment' ? (said[`said.${rule.signal}`] ?? top) : below;
      if (level < achieved) continue;
      if (control === 'external') external = Math.min(external, level);
      else internal = Math.min(internal, level);
    }
    const ceiling = Math.min(external, internal);
    const second = which === 'one' ? first : engineFor('targets', ofTargets);
    const ended = await second({ ...facts, room: ceiling - achieved });
    const [rule] = ended
      .flatMap(({ name }) => targets.get(name) ?? [])
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (rule === undefined)
      throw new Problem('PACK_BROKEN', {
        file: 'targets.json',
        place: pack.id,
        repair: 'Add a rule for the case that none covers.',
      });
    const rises = rule.stance === 'finish' || rule.stance === 'advance';
    const control =
      ceiling === top
        ? null
        : external === internal
          ? 'mixed'
          : external < internal
            ? 'external'
            : 'internal';
    const next = levels.find((level) => level > achieved) ?? achieved;
    return [ceiling, control, internal, rule.id, rises ? next : achieved];
  };
  return async (cases) => {
    const outcomes: Outcome[] = [];
    for (const each of cases) outcomes.push(await answer(each));
    return outcomes;
  };
}

function fixed(rule: CeilingRule, pack: Pack) {
  const control = pack.causes.find(({ id }) => id === rule.cause)?.control ?? 'internal';
  return { control, below: rule.basis === 'comment' ? 0 : rule.rulesOut - 1 };
}

/** Two stages may use one id; in one engine their rules need names of their own. */
function named(stage: 'ceiling' | 'target', rules: readonly EvaluableRule[]): readonly EvaluableRule[] {
  return rules.map(({ id, when }) => ({ id: `${stage} ${id}`, when }));
}
