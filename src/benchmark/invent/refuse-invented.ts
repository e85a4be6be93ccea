import { Problem } from '../../kernel/problem.ts';
import { isInvented } from '../../model/invented.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';

/**
 * Refuses to set a real organisation beside invented ones, and an invented one beside real ones: a figure of the two
 * together would say nothing of either.
 * @throws Problem INVENTED_AND_REAL
 */
export function refuseInvented(
  { id, invented }: Pick<Panel, 'id' | 'invented'>,
  organisation: Pick<Organisation, 'id' | 'name' | 'example'>,
): void {
  if (invented === isInvented(organisation)) return;
  throw new Problem('INVENTED_AND_REAL', {
    place: `${organisation.id} in the panel ${id}`,
    seen: invented
      ? `${organisation.name} is real, and the organisations of this panel are invented`
      : `${organisation.name} is invented, and the organisations of this panel are real`,
    repair: invented
      ? 'Compare it within a panel of real scores, or look at the example organisation that belongs to this panel.'
      : 'Compare it within the panel that it was invented with.',
  });
}
