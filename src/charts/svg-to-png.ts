import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { Problem } from '../kernel/problem.ts';
import { chooseFonts, type FontChoice } from './fonts.ts';

let checked: FontChoice | null = null;

/**
 * An SVG as a PNG of `scale` times its size, on white.
 * @throws Problem FONTS_MISSING on a machine without any font, where every letter would be left out in silence
 */
export function svgToPng(svg: string, scale: number, fonts: FontChoice = usableFonts()): Uint8Array {
  return new Resvg(svg, {
    ...fontOptions(fonts),
    fitTo: { mode: 'zoom', value: scale },
    background: '#FFFFFF',
  })
    .render()
    .asPng();
}

/**
 * Fonts that draw a letter.
 * @throws Problem FONTS_MISSING
 */
export function requireLetters(fonts: FontChoice): FontChoice {
  const letter = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15">x</text></svg>';
  if (new Resvg(letter, fontOptions(fonts)).getBBox() !== undefined) return fonts;
  throw new Problem('FONTS_MISSING', {
    seen: 'no fonts on this machine',
    repair: 'Install a font, such as fonts-liberation, or ask for the chart as SVG.',
  });
}

function usableFonts(): FontChoice {
  checked ??= requireLetters(chooseFonts());
  return checked;
}

function fontOptions({ files, system }: FontChoice): ResvgRenderOptions {
  return { font: { loadSystemFonts: system, fontFiles: [...files], defaultFontFamily: 'Arimo' } };
}
