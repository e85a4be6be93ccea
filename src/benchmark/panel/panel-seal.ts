import { createHash } from 'node:crypto';
import type { Panel } from '../../model/panel.ts';

/** A hash over what decides who may see a panel: whether it is confidential, whether it is invented, its standard and rows. */
export function panelSeal({
  access,
  invented,
  framework,
  version,
}: Pick<Panel, 'access' | 'invented' | 'framework' | 'version'>): string {
  return createHash('sha256')
    .update(JSON.stringify(['panel', access, invented, framework, version]))
    .digest('hex');
}
