import type { HeldPanels } from '../app/panel/held-panels.ts';
import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/** The panels that a workspace holds, to be read only. */
export function panelsPage({ panels, broken }: HeldPanels): string {
  const number = new Intl.NumberFormat('en-GB');
  return renderTemplate('panels.njk', {
    frame: bareFrame('Panels'),
    page: {
      broken,
      panels: panels.map((one) => ({
        id: one.id,
        name: one.name,
        framework: one.framework,
        access: one.access === 'public' ? 'Public: nothing is withheld' : 'Confidential',
        invented: one.invented,
        organisations: number.format(one.organisations),
        rows: number.format(one.rows),
        periods: one.periods.join(', '),
        version: one.version.slice(0, 12),
        source: one.source,
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
