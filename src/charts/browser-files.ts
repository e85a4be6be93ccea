import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** The files of Vega that a browser loads to draw a chart itself: Vega in one file, and what reads its expressions without `eval`. */
export const browserFiles = {
  vega: join(dirname(resolve('vega')), 'vega.min.js'),
  interpreter: resolve('vega-interpreter'),
} as const;
