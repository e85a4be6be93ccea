/** What is wrong with the form of a row, before any of its values is looked at. */
export type FormFault = 'width' | 'too-long' | 'quote-open';

/** A row whose form is wrong, and how many cells it has. */
export interface FormFaultAt {
  readonly fault: FormFault;
  readonly row: number;
  readonly cells: number;
}

/** How rows are cut, and where to they are written. */
export interface CleanRowsOptions {
  readonly separator: string;
  /** Which of the columns are written; the others are passed over. */
  readonly kept: readonly boolean[];
  /** Rows up to this one, from 1, are not written: the header. */
  readonly after: number;
  readonly write: (bytes: Buffer) => void;
  /** Told of each row that is not written because of its form. */
  readonly fault: (fault: FormFaultAt) => void;
}

const quote = 0x22;
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Stands for a tab or a line end inside a cell, so that these end cells and rows only; found as a control character. */
const standIn = 0x1e;

/** The most bytes of a row's kept cells. */
export const longestRow = 32 * 1024;
const room = 1024 * 1024;

/**
 * Cuts CSV (UTF-8, without a byte order mark) into rows and writes those that have the form of the header: the row's
 * number as a spreadsheet counts it (a quoted line end does not begin a row, a blank row counts), then the kept cells,
 * without quotes, with tabs between them. Memory does not depend on the length of the file or of a row.
 * @returns how many rows were written; blank ones are not
 */
export function cleanRows(chunks: Iterable<Buffer>, options: CleanRowsOptions): number {
  const { kept, after, write, fault } = options;
  const separator = options.separator.charCodeAt(0);
  const width = kept.length;
  const out = Buffer.allocUnsafe(room + 2 * longestRow);
  let end = 0;
  let begin = 0;
  let row = 1;
  let written = 0;
  let cell = 0;
  let keep = false;
  let content = false;
  let beyond = false;
  let long = false;
  let state: 'fresh' | 'plain' | 'quoted' | 'closing' = 'fresh';
  let afterReturn = false;

  const startRow = () => {
    begin = end;
    if (row > after) end += out.write(String(row), end, 'latin1');
    cell = 0;
    content = false;
    beyond = false;
    long = false;
    startCell();
  };
  const startCell = () => {
    keep = row > after && kept[cell] === true;
    if (keep) out[end++] = tab;
    state = 'fresh';
  };
  const put = (byte: number) => {
    if (byte !== 0x20) {
      content = true;
      if (cell >= width) beyond = true;
    }
    if (!keep) return;
    if (end - begin >= longestRow) long = true;
    else out[end++] = byte === tab || byte === lineFeed || byte === carriageReturn ? standIn : byte;
  };
  const endRow = () => {
    if (row <= after || !content) end = begin;
    else if (long || beyond || cell + 1 < width) {
      end = begin;
      fault({ fault: long ? 'too-long' : 'width', row, cells: cell + 1 });
    } else {
      out[end++] = lineFeed;
      written += 1;
    }
    if (end >= room) {
      write(out.subarray(0, end));
      end = 0;
    }
    row += 1;
    startRow();
  };

  startRow();
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (state === 'quoted') {
        if (byte === quote) state = 'closing';
        else put(byte);
        continue;
      }
      if (afterReturn) {
        afterReturn = false;
        if (byte === lineFeed) continue;
      }
      if (byte === separator) {
        cell += 1;
        startCell();
      } else if (byte === lineFeed || byte === carriageReturn) {
        afterReturn = byte === carriageReturn;
        endRow();
      } else if (byte === quote && (state === 'fresh' || state === 'closing')) {
        if (state === 'closing') put(quote);
        state = 'quoted';
      } else {
        state = 'plain';
        put(byte);
      }
    }
  }
  if (state === 'quoted') fault({ fault: 'quote-open', row, cells: cell + 1 });
  else if (content) endRow();
  if (begin > 0) write(out.subarray(0, begin));
  return written;
}
