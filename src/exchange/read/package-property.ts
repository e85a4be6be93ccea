import { xmlEvents } from './xml-events.ts';

/** The description in a package's properties; empty where it has none. @throws FileFault FILE_DAMAGED */
export function packageDescription(files: ReadonlyMap<string, Uint8Array>): string {
  const part = 'docProps/core.xml';
  const bytes = files.get(part);
  if (bytes === undefined) return '';
  let inside = false;
  let description = '';
  xmlEvents(bytes, part, {
    open: ({ name }) => {
      inside = name === 'description';
    },
    close: () => {
      inside = false;
    },
    text: (text) => {
      if (inside) description += text;
    },
  });
  return description;
}
