import type { ChartParts } from '../../app/charts/chart.ts';
import type { ChartText } from '../../charts/chart-text.ts';
import type { Links } from '../frame/links.ts';

/** A chart as a page shows it: its question, what it says, the picture, and the same in words and figures. */
export interface ChartFigure {
  readonly id: string;
  readonly question: string;
  readonly headline: string;
  /** How to read the picture. */
  readonly subtitle: string;
  readonly sentences: readonly string[];
  readonly table: ChartText['table'];
  /** The picture as SVG; null where there is too little to draw. */
  readonly drawing: string | null;
  /** What a page needs that draws it itself; null where it cannot. */
  readonly live: LiveChart | null;
  readonly downloads: readonly { readonly href: string; readonly format: string }[];
}

/** Addresses for a chart that a browser draws. */
interface LiveChart {
  readonly specification: string;
  /** Where a section leads, with `{}` for its id. */
  readonly section: string;
  /** Where an objective leads, with `{}` for its number. */
  readonly objective: string;
}

const downloadFormats = ['svg', 'png', 'csv', 'json'] as const;

/**
 * The figure of a chart.
 * @param asks what its address asks for beside the view
 */
export function chartFigure(
  id: string,
  { text, drawing }: ChartParts,
  links: Links,
  asks: Readonly<Record<string, string>> = {},
): ChartFigure {
  const { question, headline, subtitle, sentences, table, shortage } = text;
  const downloads = downloadFormats.flatMap((format) => {
    const href = links.chart(id, format, asks);
    return href === null || (shortage !== null && format !== 'csv' && format !== 'json')
      ? []
      : [{ href, format: format.toUpperCase() }];
  });
  const specification = drawing === null ? null : links.chart(id, 'vega.json', asks);
  const live = specification === null ? null : { specification, ...links.any };
  return { id, question, headline, subtitle, sentences, table, drawing, live, downloads };
}
