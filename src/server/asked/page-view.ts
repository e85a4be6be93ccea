import { advise } from '../../app/advice/advise.ts';
import { organisationOf } from '../../app/workspace/organisations.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { Advice } from '../../model/advice.ts';
import { type FactorState, settableFactorStates } from '../../model/factor.ts';
import { serverLinks } from '../../pages/frame/links.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import { plainView, type ViewState } from '../../pages/frame/view-state.ts';
import type { ReadQuery } from './query.ts';

/** A page's view: what its address says, the advice for it, and the advice as recorded. */
export interface PageView {
  readonly context: PageContext;
  readonly advice: Advice;
  /** The advice for the same period without what-ifs. */
  readonly recorded: Advice;
}

/**
 * The view that a query asks for, with what is the default left out of its state.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, UNKNOWN_FACTOR, BAD_VALUE, TOO_FEW_PERIODS; those of the pack
 */
export async function pageView(
  workspace: Workspace,
  organisation: string,
  query: ReadQuery,
): Promise<PageView> {
  const { period, factors } = query;
  const usual = (await advise(workspace, { organisation })).advice;
  const at = period === undefined ? { organisation } : { organisation, period };
  const recorded = (await advise(workspace, at)).advice;
  const { advice } = await advise(workspace, { ...at, factors });
  const state = {
    period: recorded.period === usual.period ? null : recorded.period,
    factors: changedFactors(factors, recorded.factors),
  };
  return { context: pageContext(workspace, organisation, state), advice, recorded };
}

/** What a page knows of its organisation; without a view, for pages that do not differ by it. @throws Problem UNKNOWN_ORGANISATION; those of the pack */
export function pageContext(workspace: Workspace, id: string, view: ViewState = plainView): PageContext {
  const { periods, ...organisation } = organisationOf(workspace, id);
  const { framework, causes, factors, version, sha256 } = workspace.pack(organisation.framework);
  return {
    organisation,
    framework,
    causes,
    factors,
    pack: { version, sha256 },
    periods,
    today: workspace.effects.now().toISOString().slice(0, 10),
    view,
    links: serverLinks(id, view),
  };
}

function changedFactors(
  wanted: Readonly<Record<string, string>>,
  recorded: Readonly<Record<string, FactorState>>,
): ViewState['factors'] {
  const changed = Object.entries(wanted).flatMap(([id, written]) => {
    const state = settableFactorStates.find((one) => one === written);
    return state === undefined || recorded[id] === state ? [] : [[id, state] as const];
  });
  return Object.fromEntries(changed);
}
