import { appliesTo } from '../../engine/facts.ts';
import { type Advice, scoredAdvice } from '../../model/advice.ts';
import type { Pack } from '../../pack/pack.ts';
import { advise } from '../advice/advise.ts';
import { unlock } from '../advice/unlock.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CircumstancesReport } from './circumstances-report.ts';

/** What is recorded of each circumstance, and what hangs on it. @throws Problem as `advise` does */
export async function circumstances(
  workspace: Workspace,
  { organisation, period: wanted }: Pick<ViewOf, 'organisation' | 'period'>,
): Promise<CircumstancesReport> {
  const view = { organisation, ...(wanted === undefined ? {} : { period: wanted }) };
  const { advice } = await advise(workspace, view);
  const pack = workspace.pack(advice.framework);
  const { factors } = pack;
  const { circumstances: liftable } = await unlock(workspace, view);
  const { schema, framework, basedOn, period, pack: rules } = advice;
  const settings = workspace.records.factorSettings(organisation);
  const held = workspace.records.factorsAt(organisation, period);
  return {
    ...{ schema, framework, organisation: advice.organisation, basedOn, period, pack: rules },
    circumstances: factors.map(({ id, name, question }) => {
      const history = settings.filter(({ factor }) => factor === id);
      return {
        ...{ factor: id, name, question },
        state: advice.factors[id] ?? 'unknown',
        claimedBy: advice.factors[id] === 'claimed' ? claimedBy(pack, advice, id) : [],
        holds: held.find(({ factor }) => factor === id) ?? null,
        history,
        version: history.length,
        limits: limitedBy(advice, id),
        raises: (liftable.find(({ factor }) => factor === id)?.raises ?? []).map(
          ({ objective, name: title, from, ceiling }) => ({ objective, name: title, from, ceiling }),
        ),
      };
    }),
  };
}

/** The objectives at a level whose words need a circumstance. */
function claimedBy({ ceilings, framework }: Pack, advice: Advice, factor: string) {
  const rules = ceilings.flatMap((rule) =>
    rule.basis !== 'comment' && rule.factor === factor ? [rule] : [],
  );
  return scoredAdvice(advice).flatMap(({ objective, name, score }) => {
    const named = framework.objectives.find(({ number }) => number === objective);
    const claims = rules.some(
      (rule) => named !== undefined && appliesTo(rule, named) && score.achieved >= rule.rulesOut,
    );
    return claims ? [{ objective, name, score: score.label }] : [];
  });
}

function limitedBy(advice: Advice, factor: string) {
  return scoredAdvice(advice)
    .filter(({ ceiling }) =>
      ceiling.causes.some(
        (cause) => cause.factor === factor && !cause.overtaken && cause.strength === 'stated',
      ),
    )
    .map(({ objective, name }) => ({ objective, name }));
}
