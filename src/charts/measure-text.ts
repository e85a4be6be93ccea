import { textMetrics } from 'vega';
import { textWidth } from './text-width.ts';

/** The parts of a Vega text mark that its width depends on. */
export interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}

declare module 'vega' {
  /** How Vega measures text: exported by Vega, absent from its types. */
  const textMetrics: { width: (item: TextItem, text: unknown) => number };
}

/** Makes Vega measure text by the metrics of Arial, so that a layout does not depend on the fonts and packages of the machine. */
export function measureTextAsArial(): void {
  textMetrics.width = (item, text) => {
    const weight = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600 ? 'bold' : 'regular';
    const line = text === null || text === undefined ? '' : String(text).trim();
    const width = textWidth(line, item.fontSize ?? 11, weight);
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
}
