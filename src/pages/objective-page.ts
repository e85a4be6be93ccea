import type { ObjectiveExplanation } from '../app/advice/explain.ts';
import type { ObjectivePeers } from '../app/benchmark/objective-peers.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { ViewState } from './frame/view-state.ts';
import { objectiveView } from './objective-view.ts';

/** The page of one objective. */
export function objectivePage(
  context: PageContext,
  explained: ObjectiveExplanation,
  peers: ObjectivePeers | null = null,
): string {
  const { number, name } = explained.objective;
  const address = (view: ViewState) => context.links.objective(number, view);
  return renderTemplate('objective.njk', {
    frame: pageFrame(context, 'objectives', `${number} ${name}`, address),
    page: { ...objectiveView(context, explained), peers: peersOf(context, explained, peers) },
    h: 1,
  });
}

function peersOf({ links }: PageContext, { advice }: ObjectiveExplanation, peers: ObjectivePeers | null) {
  if (peers === null) return null;
  const uptake = advice.state === 'scored' ? advice.target.uptake : undefined;
  return { ...peers, step: uptake?.words ?? null, href: links.benchmark() };
}
