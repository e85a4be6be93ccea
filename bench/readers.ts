import { connect } from 'node:net';
import { parentPort, Worker } from 'node:worker_threads';

/** What readers ask a server of this machine for. */
export interface Reading {
  readonly port: number;
  /** Each reader goes through these in turn, beginning at another one. */
  readonly paths: readonly string[];
  /** Header lines beside Host. */
  readonly headers: readonly string[];
  /** How many ask at once, each over one connection that stays open. */
  readonly readers: number;
  readonly milliseconds: number;
}

/** What became of it. */
export interface ReadingTimes {
  readonly perSecond: number;
  /** In milliseconds. */
  readonly median: number;
  readonly p95: number;
}

/** Readers in a thread of their own, so that they take no time from the server. */
export interface Readers {
  readonly read: (reading: Reading) => Promise<ReadingTimes>;
  readonly stop: () => Promise<void>;
}

/** Starts the thread in which readers ask. */
export function startReaders(): Readers {
  const worker = new Worker(new URL(import.meta.url));
  return {
    read: (reading) =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', (times: ReadingTimes) => {
          worker.off('error', reject);
          resolve(times);
        });
        worker.postMessage(reading);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

parentPort?.on('message', async (reading: Reading) => {
  const begun = performance.now();
  const all = (
    await Promise.all(Array.from({ length: reading.readers }, (_, at) => readOn(reading, at)))
  ).flat();
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  const perSecond = (all.length / (performance.now() - begun)) * 1000;
  parentPort?.postMessage({ perSecond, median: at(0.5), p95: at(0.95) } satisfies ReadingTimes);
});

/** Asks over a bare socket, one request after the other: a whole client would cost more than the server does. */
function readOn({ port, paths, headers, milliseconds }: Reading, first: number): Promise<readonly number[]> {
  const asks = paths.map((path) =>
    Buffer.from([`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, ...headers, '', ''].join('\r\n')),
  );
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const socket = connect({ port, host: '127.0.0.1' });
    const end = performance.now() + milliseconds;
    let asked = first;
    let begun = 0;
    let head: Buffer | null = Buffer.alloc(0);
    let left = 0;
    const ask = () => {
      begun = performance.now();
      head = Buffer.alloc(0);
      const next = asks[asked % asks.length];
      asked += 1;
      if (next !== undefined) socket.write(next);
    };
    socket.setNoDelay(true);
    socket.once('connect', ask);
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      if (head === null) left -= chunk.byteLength;
      else {
        head = head.byteLength === 0 ? chunk : Buffer.concat([head, chunk]);
        const over = head.indexOf('\r\n\r\n');
        if (over < 0) return;
        const text = head.toString('latin1', 0, over);
        const length = /^content-length: (\d+)/im.exec(text)?.[1];
        if (!text.startsWith('HTTP/1.1 200') || length === undefined)
          return socket.destroy(
            new Error(`${paths[(asked - 1) % paths.length]} answers ${text.slice(0, 40)}`),
          );
        left = Number(length) - (head.byteLength - over - 4);
        head = null;
      }
      if (left > 0) return;
      const now = performance.now();
      times.push(now - begun);
      if (now < end) return ask();
      socket.end();
      resolve(times);
    });
  });
}
