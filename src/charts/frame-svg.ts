import type { Theme } from './dashboard.ts';
import type { DrawnChart } from './draw-chart.ts';
import { wrapText } from './text-width.ts';

/** The words round a chart. */
export interface FrameText {
  /** Of the dashboard: the ids inside the SVG begin with it. */
  readonly id: string;
  readonly headline: string;
  readonly question: string;
  readonly subtitle: string;
  /** The text alternative, read out in place of the picture. */
  readonly description: string;
  readonly footer: string;
  readonly example: string | null;
}

interface Block {
  readonly text: string;
  readonly size: number;
  readonly weight: 'regular' | 'bold';
  readonly fill: string;
  readonly gap: number;
}

const margin = 16;
// Lines are broken as if letters were wider than Arial's, so that DejaVu Sans, where it stands in, is not cut off.
const widerLetters = { regular: 1.15, bold: 1.25 };

/**
 * A whole SVG document: headline, question, subtitle, chart and footer, with role, title and description.
 * Ids are unique for the dashboard, so that several charts can stand in one page.
 */
export function frameSvg(text: FrameText, chart: DrawnChart, theme: Theme): string {
  const width = Math.ceil(Math.max(theme.width, chart.width + 2 * margin));
  const lines: string[] = [];
  let y = margin;
  const put = (block: Block) => {
    y += block.gap;
    for (const line of wrapText(
      block.text,
      (width - 2 * margin) / widerLetters[block.weight],
      block.size,
      block.weight,
    )) {
      y += Math.round(block.size * 1.25);
      lines.push(textElement(line, margin, y - Math.round(block.size * 0.3), block));
    }
  };
  if (text.example !== null) {
    lines.push(exampleMark(text.example, y, theme));
    y += 26;
  }
  put({ text: text.headline, size: 17, weight: 'bold', fill: theme.ink, gap: 0 });
  put({ text: text.question, size: 14, weight: 'bold', fill: theme.quiet, gap: 6 });
  put({ text: text.subtitle, size: 13, weight: 'regular', fill: theme.quiet, gap: 2 });
  y += 12;
  lines.push(
    `<g transform="translate(${margin},${y})">${ownIds(onePicture(inherited(chart.elements, theme)), text.id)}</g>`,
  );
  y += Math.ceil(chart.height);
  put({ text: text.footer, size: 12, weight: 'regular', fill: theme.quiet, gap: 12 });
  const height = y + margin;
  const titleId = `headroom-${text.id}-title`;
  const descId = `headroom-${text.id}-desc`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${titleId} ${descId}" font-family="${escapeXml(theme.fontFamily)}">`,
    `<title id="${titleId}">${escapeXml(text.headline)}</title>`,
    `<desc id="${descId}">${escapeXml(text.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

/** A chart without its frame, for a page that has the words: an SVG element with a text alternative, its ids unique for the dashboard. */
export function bareSvg(id: string, label: string, chart: DrawnChart, theme: Theme): string {
  const [width, height] = [Math.ceil(chart.width), Math.ceil(chart.height)];
  const elements = ownIds(onePicture(inherited(chart.elements, theme)), id);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}" font-family="${escapeXml(theme.fontFamily)}">${elements}</svg>`;
}

/** Text for XML content and attributes; control characters that XML does not allow are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function textElement(line: string, x: number, y: number, style: Omit<Block, 'text' | 'gap'>): string {
  const weight = style.weight === 'bold' ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y}" font-size="${style.size}"${weight} fill="${style.fill}">${escapeXml(line)}</text>`;
}

function exampleMark(example: string, y: number, theme: Theme): string {
  const label = textElement(example, margin + 14, y + 15, { size: 13, weight: 'bold', fill: theme.ink });
  return `<rect x="${margin}" y="${y}" width="5" height="20" fill="${theme.ink}"/>\n${label}`;
}

// The root names the font once; Vega names it in every text.
function inherited(elements: string, theme: Theme): string {
  return elements.replaceAll(` font-family="${escapeXml(theme.fontFamily)}"`, '');
}

// The whole is one picture with one text alternative: roles of its inner parts would want names of their own.
function onePicture(elements: string): string {
  return elements.replace(/ (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*")/g, '');
}

function ownIds(elements: string, id: string): string {
  const numbers = new Map<string, number>();
  const own = (name: string) => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return `headroom-${id}-${number}`;
  };
  return elements.replace(
    /( id="|url\(#)([A-Za-z][\w-]*)(?=["')])/g,
    (_all, before: string, name: string) => `${before}${own(name)}`,
  );
}
