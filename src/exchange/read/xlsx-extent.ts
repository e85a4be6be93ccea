import { documentLimits } from './document-table.ts';
import { FileFault } from './file-fault.ts';
import { xmlEvents } from './xml-events.ts';

/**
 * Goes through a sheet before it is read as a table, and refuses one that is larger than is read.
 * @returns how many cells hold something
 * @throws FileFault FILE_DAMAGED, FILE_TOO_LARGE
 */
export function xlsxExtent(bytes: Uint8Array, part: string): number {
  let row = 0;
  let column = 0;
  let cells = 0;
  let holds = false;
  xmlEvents(bytes, part, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        column = 0;
        if (!(row >= 1 && row <= 1_048_576))
          throw new FileFault('FILE_DAMAGED', `row ${row}`, { place: part });
      } else if (name === 'c') {
        const { r } = attributes;
        const place = r === undefined ? null : /^([A-Z]{1,3})(\d{1,7})$/.exec(r);
        if (r !== undefined && place === null)
          throw new FileFault('FILE_DAMAGED', `a cell at ${JSON.stringify(r.slice(0, 20))}`, { place: part });
        column = place === null ? column + 1 : columnNumber(place[1] ?? '');
        if (place !== null && Number(place[2]) !== row)
          throw new FileFault('FILE_DAMAGED', `cell ${r} in row ${row}`, { place: part });
        holds = false;
      } else if (name === 'v' || name === 'is' || name === 'f') holds = true;
    },
    close: (name) => {
      if (name !== 'c' || !holds) return;
      cells += 1;
      if (row > documentLimits.rows) throw tooLarge(`text in row ${row}`, part);
      if (column > documentLimits.columns) throw tooLarge(`text in column ${column}`, part);
      if (cells > documentLimits.cells) throw tooLarge(`more than ${cells - 1} cells`, part);
    },
    text: () => {},
  });
  return cells;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function tooLarge(seen: string, place: string): FileFault {
  return new FileFault('FILE_TOO_LARGE', seen, {
    place,
    allowed: `${documentLimits.rows} rows, ${documentLimits.columns} columns, and ${documentLimits.cells} cells`,
  });
}
