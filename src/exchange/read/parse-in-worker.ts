import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../kernel/problem.ts';
import { documentLimits, type ParsedDocument } from './document-table.ts';
import { FileFault, faultProblem } from './file-fault.ts';
import type { ParseAnswer, ParseTask } from './parse-worker.ts';

/** In megabytes. */
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** How long a thread that has nothing to do waits for another document, in milliseconds. */
const patience = 2_000;

/** A thread that is done with its document and may read another: to start one takes longer than most documents do. */
let spare: { readonly worker: Worker; readonly end: NodeJS.Timeout } | null = null;

/**
 * A document as tables and headings, read in a thread of its own that may not take longer or hold more than the limits.
 * Documents that follow each other are read by one thread; one that went wrong ends its thread.
 * @param file as the user named it
 * @throws Problem FILE_DAMAGED, FILE_TOO_LARGE, FILE_PROTECTED, FILE_WRONG_KIND, FILE_HAS_MACROS, FILE_NOT_TEXT, FILE_EMPTY
 */
export async function parseInWorker(
  task: ParseTask,
  file: string,
  deadline: number = documentLimits.deadline,
): Promise<ParsedDocument> {
  const worker = takeWorker();
  let timer: NodeJS.Timeout | undefined;
  let whole = false;
  try {
    const answer = await new Promise<ParseAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the reading thread ended without an answer')));
      timer = setTimeout(() => reject(tooSlow(deadline)), deadline);
      worker.postMessage(task);
    });
    if ('fault' in answer) throw faultProblem(answer.fault, file);
    whole = true;
    return answer.document;
  } catch (thrown) {
    if (thrown instanceof FileFault) throw faultProblem(thrown, file);
    if (thrown instanceof Problem) throw thrown;
    const full = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (!full) throw thrown;
    const seen = `a file that needs more than ${memory.maxOldGenerationSizeMb} MB to be read`;
    throw faultProblem(new FileFault('FILE_TOO_LARGE', seen), file);
  } finally {
    clearTimeout(timer);
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    if (whole && spare === null) keepWorker(worker);
    else await worker.terminate();
  }
}

function takeWorker(): Worker {
  if (spare !== null) {
    const { worker, end } = spare;
    spare = null;
    clearTimeout(end);
    worker.ref();
    return worker;
  }
  // Beside this file, as source or as what was built from it.
  const script = new URL(`./parse-worker${extname(import.meta.url)}`, import.meta.url);
  return new Worker(script, {
    resourceLimits: memory,
    execArgv: [],
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
  });
}

/** Keeps a thread for a while, without keeping the process. */
function keepWorker(worker: Worker): void {
  const forget = () => {
    if (spare?.worker === worker) spare = null;
  };
  worker.once('exit', forget);
  worker.once('error', forget);
  const end = setTimeout(() => {
    forget();
    void worker.terminate();
  }, patience);
  end.unref();
  worker.unref();
  spare = { worker, end };
}

function tooSlow(deadline: number): FileFault {
  return new FileFault('FILE_TOO_LARGE', `a file that was not read within ${deadline / 1000} seconds`);
}
