import { xmlEvents } from './xml-events.ts';

/** The level of each paragraph style that is a heading, by the style's id; 1 for titles. @throws FileFault FILE_DAMAGED */
export function docxHeadings(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, number> {
  const part = 'word/styles.xml';
  const levels = new Map<string, number>();
  const bytes = files.get(part);
  if (bytes === undefined) return levels;
  let style = '';
  xmlEvents(bytes, part, {
    open: ({ name, attributes }) => {
      const value = attributes['val'] ?? '';
      if (name === 'style') style = attributes['styleId'] ?? '';
      const heading = name === 'name' ? /^heading (\d)$/i.exec(value) : null;
      if (heading !== null) levels.set(style, Number(heading[1]));
      if (name === 'name' && /^title$/i.test(value)) levels.set(style, 1);
      if (name === 'outlineLvl' && /^[0-8]$/.test(value)) levels.set(style, Number(value) + 1);
    },
    close: (name) => {
      if (name === 'style') style = '';
    },
    text: () => {},
  });
  return levels;
}
