import type { ChartText } from '../charts/chart-text.ts';
import type { Links } from './links.ts';

/** A chart as a page shows it: its question, the picture, and the same in words and figures. */
export interface ChartFigure {
  readonly id: string;
  readonly question: string;
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly table: ChartText['table'];
  /** The picture as a file of its own; null where it stands in the page. */
  readonly picture: string | null;
  /** The picture as SVG; null where it is a file of its own. */
  readonly svg: string | null;
  readonly downloads: readonly { readonly href: string; readonly format: string }[];
}

const downloadFormats = ['svg', 'png', 'csv', 'json'] as const;

/** The figure of a chart; `svg` is the picture, for a page that must hold it. */
export function chartFigure(
  id: string,
  text: ChartText,
  links: Links,
  svg: string | null = null,
): ChartFigure {
  const { question, headline, sentences, table } = text;
  const downloads = downloadFormats.flatMap((format) => {
    const href = links.chart(id, format);
    return href === null ? [] : [{ href, format: format.toUpperCase() }];
  });
  const picture = svg === null ? links.chart(id, 'svg') : null;
  return { id, question, headline, sentences, table, picture, svg, downloads };
}
