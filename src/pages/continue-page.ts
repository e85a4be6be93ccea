import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/** A page that leads at once to an address of our own, for a browser that came from another site. */
export function continuePage(address: string): string {
  return renderTemplate('continue.njk', { frame: bareFrame('Headroom'), page: { address } });
}
