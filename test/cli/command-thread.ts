import { type MessagePort, workerData } from 'node:worker_threads';
import { run } from '../../src/cli/run.ts';

/** What a command line is given: its arguments, and all that its environment says. */
export interface Given {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What the thread is started with: where command lines come in, and the flag that tells that one has been run. */
export interface Start {
  readonly port: MessagePort;
  readonly done: Int32Array<SharedArrayBuffer>;
}

const { port, done }: Start = workerData;

port.on('message', async ({ args, env }: Given) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  const [stdout, stderr] = [caught(process.stdout), caught(process.stderr)];
  let status: number | null = null;
  try {
    status = await run(args);
  } finally {
    for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
    port.postMessage({ status, stdout: stdout(), stderr: stderr() });
    Atomics.store(done, 0, 1);
    Atomics.notify(done, 0);
  }
});

/** Keeps what is written to a stream, until it is asked for. */
function caught(stream: NodeJS.WriteStream): () => string {
  const parts: Buffer[] = [];
  const write = stream.write;
  stream.write = (part: string | Uint8Array) => {
    parts.push(Buffer.from(part));
    return true;
  };
  return () => {
    stream.write = write;
    return Buffer.concat(parts).toString();
  };
}
