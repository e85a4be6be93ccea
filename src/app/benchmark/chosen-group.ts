import type { GroupKind, PeerGroup } from '../../benchmark/peer-group.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { PanelView } from './panel-view.ts';

/** The group of a kind that an organisation has in a panel. @throws Problem BAD_VALUE where it has none of that kind */
export function chosenGroup(
  { ground, panel }: PanelView,
  { name }: Organisation,
  kind: GroupKind,
): PeerGroup {
  const found = ground.groups.find((group) => group.kind === kind);
  if (found !== undefined) return found;
  throw new Problem('BAD_VALUE', {
    place: 'group',
    seen: kind,
    allowed: ground.groups.map((group) => group.kind).join(', '),
    repair: panel.invented
      ? 'Choose one of these.'
      : `What is known of ${name} does not say it. Choose one of these, or add lists: headroom organisations add, headroom neighbours add.`,
  });
}
