import { extname } from 'node:path';
import { FileFault } from './file-fault.ts';

/** How a file is read. */
export type DocumentKind = 'package' | 'csv' | 'text';

/** What the first bytes of files say that they are. */
const marks: readonly (readonly [string, RegExp])[] = [
  ['a PDF', /^%PDF-/],
  ['a document in Rich Text Format', /^\{\\rtf/],
  ['a web page', /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|meta)\b/i],
  ['a picture', /^(?:\x89PNG|\xff\xd8\xff|GIF8)/],
  ['a compressed file', /^(?:\x1f\x8b|7z\xbc\xaf|Rar!)/],
];

/**
 * How a file is read, from its first bytes and the ending of its name, which have to agree.
 * @throws FileFault FILE_WRONG_KIND, FILE_PROTECTED
 */
export function documentKind(bytes: Uint8Array, name: string): DocumentKind {
  const ending = extname(name).toLowerCase();
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const named = { '.docx': 'package', '.xlsx': 'package', '.docm': 'package', '.xlsm': 'package' }[ending];
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oldOffice(bytes);
  const zipped = start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06');
  if (zipped && (ending === '.csv' || ending === '.txt' || ending === '.tsv'))
    throw wrongKind('a ZIP package', ending);
  if (zipped) return 'package';
  const other = marks.find(([, mark]) => mark.test(start));
  if (other !== undefined) throw wrongKind(other[0], ending);
  if (named !== undefined) throw wrongKind('not a ZIP package', ending);
  return ending === '.csv' || ending === '.tsv' ? 'csv' : 'text';
}

/** What the parts of a package make it; its name may not say otherwise. */
export function packageKind(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
): { readonly kind: 'docx' | 'xlsx'; readonly main: string } {
  const ending = extname(name).toLowerCase();
  const names = [...files.keys()];
  const macros = names.find((part) => /(?:^|\/)vbaProject\.bin$/i.test(part));
  if (macros !== undefined) throw new FileFault('FILE_HAS_MACROS', macros);
  const document = names.find((part) => /^word\/document\d*\.xml$/.test(part));
  if (document !== undefined && ending !== '.xlsx' && ending !== '.xlsm')
    return { kind: 'docx', main: document };
  if (files.has('xl/workbook.xml') && ending !== '.docx' && ending !== '.docm')
    return { kind: 'xlsx', main: 'xl/workbook.xml' };
  throw wrongKind(contentOf(files, document), ending);
}

function contentOf(files: ReadonlyMap<string, Uint8Array>, document: string | undefined): string {
  if (document !== undefined) return 'a Word document';
  if (files.has('xl/workbook.xml')) return 'an Excel workbook';
  if (files.has('xl/workbook.bin')) return 'a binary Excel workbook';
  if (files.has('content.xml')) return 'an OpenDocument file';
  if ([...files.keys()].some((part) => part.startsWith('ppt/'))) return 'a presentation';
  return 'a ZIP package that is neither a Word document nor an Excel workbook';
}

function oldOffice(bytes: Uint8Array): FileFault {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => content.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return new FileFault('FILE_PROTECTED', 'a document with a password');
  const what = holds('WordDocument')
    ? 'a Word document of before 2007 (.doc)'
    : holds('Workbook') || holds('Book')
      ? 'an Excel workbook of before 2007 (.xls)'
      : 'an Office file of before 2007';
  return new FileFault('FILE_WRONG_KIND', what, { allowed: readable });
}

const readable = '.docx, .xlsx, .csv, or text';

function wrongKind(seen: string, ending: string): FileFault {
  return new FileFault('FILE_WRONG_KIND', ending === '' ? seen : `${seen}, named ${ending}`, {
    allowed: readable,
  });
}
