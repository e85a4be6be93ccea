import { type Advice, scoredAdvice } from '../../model/advice.ts';
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
  const { factors } = workspace.pack(advice.framework);
  const { circumstances: liftable } = await unlock(workspace, view);
  const { schema, framework, basedOn, period, pack } = advice;
  const settings = workspace.records.factorSettings(organisation);
  const held = workspace.records.factorsAt(organisation, period);
  return {
    ...{ schema, framework, organisation: advice.organisation, basedOn, period, pack },
    circumstances: factors.map(({ id, name, question }) => {
      const history = settings.filter(({ factor }) => factor === id);
      return {
        ...{ factor: id, name, question },
        state: advice.factors[id] ?? 'unknown',
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

function limitedBy(advice: Advice, factor: string) {
  return scoredAdvice(advice)
    .filter(({ ceiling }) =>
      ceiling.causes.some(
        (cause) => cause.factor === factor && !cause.overtaken && cause.strength === 'stated',
      ),
    )
    .map(({ objective, name }) => ({ objective, name }));
}
