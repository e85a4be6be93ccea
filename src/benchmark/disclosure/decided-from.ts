import { createHash } from 'node:crypto';
import type { OpenPanel } from '../panel/open-panel.ts';
import type { Member } from './group-family.ts';

/**
 * The version of how figures are decided and of how that is kept: raised with every change of either, so that nothing is
 * taken from a file that another version wrote.
 */
export const way = 2;

const known = new WeakMap<OpenPanel, WeakMap<readonly Member[], string>>();

/**
 * A hash of all that decisions about a panel rest on: its rows, the levels of its standard, who stands for whom, to which groups organisations belong,
 * and the way of deciding.
 */
export function decidedFrom(open: OpenPanel, members: readonly Member[]): string {
  const ofPanel = known.get(open) ?? new WeakMap<readonly Member[], string>();
  known.set(open, ofPanel);
  const { id, version, access, periods, causes } = open.panel;
  const levels = open.levels ?? null;
  const standing = open.kept?.standing ?? '';
  const made =
    ofPanel.get(members) ??
    createHash('sha256')
      .update(JSON.stringify([way, id, version, access, periods, causes, levels, standing, members]))
      .digest('hex');
  ofPanel.set(members, made);
  return made;
}
