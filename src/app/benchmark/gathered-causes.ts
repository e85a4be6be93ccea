import type { PanelCapsInput } from '../../benchmark/figures/panel-caps.ts';
import type { Framework } from '../../model/framework.ts';
import type { PanelView } from './panel-view.ts';

/** The causes that may be told of a panel in a period, on every objective of a standard. */
export function gatheredCauses(
  view: PanelView,
  { objectives }: Pick<Framework, 'objectives'>,
  period: string,
): Promise<PanelCapsInput['causes']> {
  return Promise.all(
    objectives.map(async ({ number: objective }) => ({
      objective,
      releases: await view.causes(period, objective),
    })),
  );
}
