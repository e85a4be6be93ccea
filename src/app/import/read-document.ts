import { basename, dirname, join, resolve } from 'node:path';
import { readAppendix } from '../../exchange/read/appendix-text.ts';
import { type Correction, readCorrections } from '../../exchange/read/corrections.ts';
import { type DecodedText, decodeDocument } from '../../exchange/read/decode-document.ts';
import { documentKind } from '../../exchange/read/document-kind.ts';
import type { DocumentReading } from '../../exchange/read/document-reading.ts';
import { type DocumentStamp, documentStamp } from '../../exchange/read/document-stamp.ts';
import { FileFault, faultProblem } from '../../exchange/read/file-fault.ts';
import { onlyPeriod } from '../../exchange/read/only-period.ts';
import { parseInWorker } from '../../exchange/read/parse-in-worker.ts';
import { readTables } from '../../exchange/read/read-tables.ts';
import { formatFinding } from '../../exchange/read/table-findings.ts';
import { sha256 } from '../../kernel/canonical.ts';
import { Problem } from '../../kernel/problem.ts';
import { readBytes } from '../../kernel/text-file.ts';
import { fileName, sourceFolder, sourceFolders } from '../workspace/source-folders.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** Which document is read, and as whose. */
export interface DocumentRequest {
  readonly file: string;
  readonly organisation: string;
  readonly framework: string;
  /** The only period that is taken, and that of score columns which name none. */
  readonly period?: string | undefined;
  /** A file of corrections; unless said, those of the source that the document is. */
  readonly corrections?: string | undefined;
}

/** A document with what it says. */
export interface ReadDocument {
  /** As messages and records call it. */
  readonly name: string;
  /** Of its bytes. */
  readonly sha256: string;
  readonly corrections: UsedCorrections;
  readonly reading: DocumentReading;
}

/** The corrections that a document was read with. */
export interface UsedCorrections {
  /** The file that they are in; null for none. */
  readonly file: string | null;
  readonly count: number;
  /** Why these. */
  readonly because: string;
}

/** A document that is opened: what it says of itself is known, and it can be read as somebody's. */
export interface OpenedDocument {
  readonly stamp: DocumentStamp;
  readonly read: (workspace: Workspace, request: DocumentRequest) => ReadDocument;
}

/**
 * Opens a document of any format: Word and Excel files and CSV are parsed in a bounded thread, text stays as it is.
 * @param content its bytes where it is no file of this machine; `file` is then its name
 * @throws Problem FILE_MISSING and the other problems of a file
 */
export async function openDocument(file: string, content?: Uint8Array): Promise<OpenedDocument> {
  const name = content === undefined ? fileName(file) : file;
  const bytes = content ?? readBytes(file);
  if (bytes.length === 0)
    throw new Problem('FILE_EMPTY', { file: name, repair: 'Give a file with content.' });
  const faults = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (thrown) {
      throw thrown instanceof FileFault ? faultProblem(thrown, name) : thrown;
    }
  };
  const kind = faults(() => documentKind(bytes, name));
  if (kind === 'text') {
    const { text, findings } = faults(() => decodeDocument(bytes));
    return {
      stamp: documentStamp({ parts: [], description: '', findings }),
      read: (workspace, request) =>
        readText(workspace, request, {
          ...{ name, bytes, text, findings },
          folder: content === undefined ? dirname(resolve(file)) : null,
        }),
    };
  }
  const parsed = await parseInWorker({ bytes, kind, name }, name);
  return {
    stamp: documentStamp(parsed),
    read: (workspace, { corrections, framework: id, ...request }) => {
      if (corrections !== undefined)
        throw new Problem('USAGE', {
          file: corrections,
          seen: 'corrections for a document with tables',
          repair: 'Corrections mend extracted text; mend this document itself.',
        });
      const { framework } = workspace.pack(id);
      const reading = readTables(parsed, { ...request, framework, file: name });
      const because = 'Corrections are for extracted text.';
      return { name, sha256: sha256(bytes), corrections: { file: null, count: 0, because }, reading };
    },
  };
}

/**
 * Reads a document. Extracted text is read with its corrections: those that the request names; else those of the
 * source whose document it is, by its bytes or because a `source.json` beside it names it; else none.
 * @throws Problem as `openDocument`, `readAppendix` and `readTables` do; UNKNOWN_FRAMEWORK, PACK_BROKEN
 */
export async function readDocument(workspace: Workspace, request: DocumentRequest): Promise<ReadDocument> {
  return (await openDocument(request.file)).read(workspace, request);
}

interface TextDocument extends DecodedText {
  readonly name: string;
  /** The folder that it is in; null for a document that is no file of this machine. */
  readonly folder: string | null;
  readonly bytes: Uint8Array;
}

function readText(
  workspace: Workspace,
  request: DocumentRequest,
  { name, folder, bytes, text, findings }: TextDocument,
): ReadDocument {
  const hash = sha256(bytes);
  const found = findCorrections(workspace, request, { hash, folder });
  const corrections: readonly Correction[] = found.file === null ? [] : readCorrections(found.file);
  const { framework } = workspace.pack(request.framework);
  const whole = readAppendix(text.replace(/\r\n?/g, '\n'), {
    framework,
    organisation: request.organisation,
    file: name,
    corrections,
  });
  const reading = onlyPeriod(whole, request.period, name);
  return {
    name,
    sha256: hash,
    corrections: {
      file: found.file === null ? null : fileName(found.file),
      count: corrections.length,
      because: found.because,
    },
    reading: {
      ...reading,
      diagnostics: [...findings.map((one) => formatFinding(one, name)), ...reading.diagnostics],
    },
  };
}

function findCorrections(
  workspace: Workspace,
  { file, corrections }: DocumentRequest,
  { hash, folder: at }: { readonly hash: string; readonly folder: string | null },
): { readonly file: string | null; readonly because: string } {
  if (corrections !== undefined) return { file: corrections, because: 'They were named.' };
  const beside = at === null ? undefined : sourceFolder(at);
  const { sources } = workspace.places;
  const own =
    beside?.source.file === basename(file)
      ? beside
      : (sources === null ? [] : sourceFolders(sources)).find(({ source }) => source.sha256 === hash);
  if (own === undefined) return { file: null, because: 'The document is not a source that has any.' };
  const { source, folder } = own;
  return {
    file: source.corrections === null ? null : join(folder, source.corrections),
    because: `The document is that of the source ${source.id}.`,
  };
}
