import type { Panel } from '../../model/panel.ts';

/** Whether two are a panel of the same rows, told in the same way. */
export function isSamePanel(one: Panel, other: Panel): boolean {
  return one.version === other.version && one.access === other.access && one.framework === other.framework;
}
