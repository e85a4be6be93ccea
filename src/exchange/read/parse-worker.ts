import { parentPort } from 'node:worker_threads';
import type { ParsedDocument } from './document-table.ts';
import { type FaultDetail, FileFault } from './file-fault.ts';
import { parseDocument } from './parse-document.ts';

/** What the thread is given. */
export interface ParseTask {
  readonly bytes: Uint8Array;
  readonly kind: 'package' | 'csv';
  readonly name: string;
}

/** What it answers: the document, or what is wrong with the file. */
export type ParseAnswer = { readonly document: ParsedDocument } | { readonly fault: FaultDetail };

async function answer({ bytes, kind, name }: ParseTask): Promise<ParseAnswer> {
  try {
    return { document: await parseDocument(bytes, kind, name) };
  } catch (thrown) {
    if (!(thrown instanceof FileFault)) throw thrown;
    const { code, seen, allowed, place } = thrown;
    return { fault: { code, seen, allowed, place } };
  }
}

parentPort?.on('message', async (task: ParseTask) => parentPort?.postMessage(await answer(task)));
