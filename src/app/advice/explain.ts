import type { ObjectiveTrace } from '../../engine/evaluate.ts';
import type { ObjectiveAdvice } from '../../model/advice.ts';
import { rowOf } from '../../model/assessment.ts';
import { type HeldText, heldText } from '../../model/criterion.ts';
import type { FactorState } from '../../model/factor.ts';
import { comparePeriods } from '../../model/period.ts';
import type { Pack } from '../../pack/pack.ts';
import { adviceWithUptake } from '../benchmark/advice-uptake.ts';
import { criteriaOf } from '../criteria/criteria-of.ts';
import { assessedPeriods } from '../trends/assessed-periods.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { advise } from './advise.ts';
import type {
  BothTexts,
  ExplainedLevel,
  ExplainedLink,
  ObjectiveExplanation,
} from './objective-explanation.ts';
import { unknownObjective } from './unknown-objective.ts';

export type { ObjectiveExplanation };

/**
 * Everything about one objective: texts held, history, causes with their words, rules as they were evaluated, links.
 * @throws Problem UNKNOWN_OBJECTIVE; as `advise` does
 */
export async function explainObjective(
  workspace: Workspace,
  view: ViewOf,
  number: number,
): Promise<ObjectiveExplanation> {
  const { advice: plain, traces } = await advise(workspace, view);
  const advice = await adviceWithUptake(workspace, plain);
  const pack = workspace.pack(advice.framework);
  const own = advice.objectives.find(({ objective }) => objective === number);
  const objective = pack.framework.objectives.find((each) => each.number === number);
  const section = pack.framework.sections.find(({ id }) => id === objective?.section);
  if (own === undefined || objective === undefined || section === undefined)
    throw unknownObjective(pack, number);
  const { periods } = await assessedPeriods(workspace, view.organisation);
  const { schema, framework, organisation, basedOn, period } = advice;
  const trace = traces.find((each) => each.objective === number) ?? null;
  return {
    schema,
    framework,
    organisation,
    basedOn,
    period,
    pack: advice.pack,
    advice: own,
    objective,
    section,
    levels: explainedLevels(pack, own),
    bothTexts: bothTexts(pack, own),
    history: periods
      .filter((each) => comparePeriods(each.period, basedOn) <= 0)
      .flatMap((each) => {
        const row = rowOf(each.assessment, number);
        const reading = each.readings.get(number);
        return row === undefined || reading === undefined ? [] : [{ period: each.period, row, reading }];
      }),
    trace,
    titles: titlesOf(pack, trace),
    links: linksOf(pack, number),
    factors: factorsOf(pack, own, advice.factors),
    criteria: criteriaOf(workspace, { organisation, period: basedOn, objective: number }),
  };
}

function explainedLevels(pack: Pack, advice: ObjectiveAdvice): readonly ExplainedLevel[] {
  const scored = advice.state === 'scored' ? advice : null;
  return pack.framework.levels
    .toSorted((a, b) => a.level - b.level)
    .map(({ level, name }) => ({
      level,
      name,
      held: held(pack, advice.objective, level),
      reached: scored !== null && level <= scored.score.achieved,
      target: scored?.target.level === level,
      ceiling: scored?.ceiling.level === level,
    }));
}

/** Where a comment gives a limit: what the standard says of the next level stands beside it. */
function bothTexts(pack: Pack, advice: ObjectiveAdvice): readonly BothTexts[] {
  if (advice.state !== 'scored') return [];
  return advice.ceiling.causes
    .filter(({ basis, overtaken }) => basis === 'comment' && !overtaken)
    .flatMap(({ level, cause, evidence }) => {
      const next = pack.framework.levels
        .filter((each) => each.level > level)
        .reduce<{ level: number; name: string } | null>(
          (lowest, each) => (lowest === null || each.level < lowest.level ? each : lowest),
          null,
        );
      if (next === null) return [];
      const rubric = held(pack, advice.objective, next.level);
      const causeName = pack.causes.find(({ id }) => id === cause)?.name ?? cause;
      return [{ level: next.level, levelName: next.name, rubric, comment: evidence, cause, causeName }];
    });
}

function held({ framework, criteria }: Pack, objective: number, level: number): HeldText {
  return heldText(framework, criteria, objective, level);
}

function titlesOf(pack: Pack, trace: ObjectiveTrace | null): Readonly<Record<string, string>> {
  const evaluated = [...(trace?.ceilings ?? []), ...(trace?.targets ?? [])].map(({ rule }) => rule);
  const rules = [...pack.ceilings, ...pack.targets].filter(({ id }) => evaluated.includes(id));
  return Object.fromEntries(rules.map(({ id, title }) => [id, title]));
}

function linksOf({ links, framework }: Pack, number: number): readonly ExplainedLink[] {
  return links.flatMap(({ kind, objectives, with: others, citation }) => {
    const out = objectives.includes(number);
    if (!out && !others.includes(number)) return [];
    const direction = out ? ('out' as const) : ('in' as const);
    return (out ? others : objectives).map((objective) => ({
      kind,
      direction,
      objective,
      name: framework.objectives.find((each) => each.number === objective)?.name ?? '',
      citation,
    }));
  });
}

function factorsOf(pack: Pack, advice: ObjectiveAdvice, states: Readonly<Record<string, FactorState>>) {
  if (advice.state !== 'scored') return [];
  const named = new Set(advice.ceiling.causes.map(({ factor }) => factor));
  return pack.factors
    .filter(({ id }) => named.has(id))
    .map((factor) => ({ ...factor, state: states[factor.id] ?? ('unknown' as const) }));
}
