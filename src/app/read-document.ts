import { basename, dirname, join, resolve } from 'node:path';
import { readAppendix } from '../exchange/read/appendix-text.ts';
import { type Correction, readCorrections } from '../exchange/read/corrections.ts';
import type { DocumentReading } from '../exchange/read/document-reading.ts';
import { sha256 } from '../kernel/canonical.ts';
import { decodeText, readBytes } from '../kernel/text-file.ts';
import { fileName, sourceFolder, sourceFolders } from './source-folders.ts';
import type { Workspace } from './workspace-interface.ts';

/** Which document is read, and as whose. */
export interface DocumentRequest {
  readonly file: string;
  readonly organisation: string;
  readonly framework: string;
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

/**
 * Reads a document with its corrections: those that the request names; else those of the source whose document it is,
 * by its bytes or because a `source.json` beside it names it; else none.
 * @throws Problem as `readAppendix` does, FILE_MISSING and the like, UNKNOWN_FRAMEWORK, PACK_BROKEN
 */
export function readDocument(workspace: Workspace, request: DocumentRequest): ReadDocument {
  const name = fileName(request.file);
  const bytes = readBytes(request.file);
  const text = decodeText(bytes, name);
  const hash = sha256(bytes);
  const found = findCorrections(workspace, request, hash);
  const corrections: readonly Correction[] = found.file === null ? [] : readCorrections(found.file);
  const { framework } = workspace.pack(request.framework);
  const reading = readAppendix(text, {
    framework,
    organisation: request.organisation,
    file: name,
    corrections,
  });
  return {
    name,
    sha256: hash,
    corrections: {
      file: found.file === null ? null : fileName(found.file),
      count: corrections.length,
      because: found.because,
    },
    reading,
  };
}

function findCorrections(
  workspace: Workspace,
  { file, corrections }: DocumentRequest,
  hash: string,
): { readonly file: string | null; readonly because: string } {
  if (corrections !== undefined) return { file: corrections, because: 'They were named.' };
  const beside = sourceFolder(dirname(resolve(file)));
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
