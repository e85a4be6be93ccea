import type { HeldPanels } from '../app/panel/held-panels.ts';
import type { registerSources } from '../app/register/register-sources.ts';
import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { panelJoinsAddress } from './register-address.ts';

/**
 * The panels that a workspace holds, to be read only.
 * @param overlaps what is to be said of confidential panels that have the same organisations
 * @param register the lists by which organisations are put into groups
 */
export function panelsPage(
  { panels, broken }: HeldPanels,
  overlaps: readonly string[],
  register: ReturnType<typeof registerSources>,
): string {
  const number = new Intl.NumberFormat('en-GB');
  return renderTemplate('panels.njk', {
    frame: bareFrame('Panels'),
    page: {
      broken,
      overlaps,
      lists: [
        { about: 'Types and regions', one: register.organisations },
        { about: 'Neighbours', one: register.neighbours },
      ].map(({ about, one }) => ({
        about,
        held: one === null ? null : { ...one, rows: number.format(one.rows), added: one.added.slice(0, 10) },
      })),
      panels: panels.map((one) => ({
        id: one.id,
        name: one.name,
        framework: one.framework,
        access:
          one.access === 'public'
            ? 'Public: nothing is withheld'
            : 'Confidential: nothing that tells what one organisation scored',
        invented: one.invented,
        organisations: number.format(one.organisations),
        rows: number.format(one.rows),
        periods: one.periods.join(', '),
        version: one.version.slice(0, 12),
        source: one.source,
        joins: one.invented ? null : panelJoinsAddress(one.id),
        with: [one.causes ? 'reasons for caps' : '', one.factors ? 'circumstances' : ''].filter(Boolean),
        parts: one.parts.map(({ file, rows, added }) => ({
          file,
          rows: number.format(rows),
          added: added.slice(0, 10),
        })),
      })),
    },
    h: 1,
  });
}
