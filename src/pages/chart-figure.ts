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

/** How the picture of a chart is had. */
interface ChartPicture {
  /** The picture itself, for a page that must hold it. */
  readonly svg?: string;
  /** What the address of the picture asks for beside the view. */
  readonly asks?: Readonly<Record<string, string>>;
}

/** The figure of a chart. */
export function chartFigure(
  id: string,
  text: ChartText,
  links: Links,
  { svg, asks = {} }: ChartPicture = {},
): ChartFigure {
  const { question, headline, sentences, table } = text;
  const downloads = downloadFormats.flatMap((format) => {
    const href = links.chart(id, format, asks);
    return href === null ? [] : [{ href, format: format.toUpperCase() }];
  });
  const picture = svg === undefined ? links.chart(id, 'svg', asks) : null;
  return { id, question, headline, sentences, table, picture, svg: svg ?? null, downloads };
}
