import { get } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import { resolveView } from '../src/app/workspace/view-of.ts';
import type { Workspace } from '../src/app/workspace/workspace.ts';
import { scripts } from '../src/pages/frame/scripts.ts';
import { createApp } from '../src/server/app.ts';
import { findChromium } from '../test/browser/chromium.ts';
import { firstSights } from './first-sights.ts';
import { type Reading, type ReadingTimes, startReaders } from './readers.ts';

const readers = 20;
const encodings = { br: ['Accept-Encoding: br'], plain: [] } as const;
const pages = ['', '/trends', '/objectives', '/benchmark', '/capped'] as const;

type Read = (reading: Reading) => Promise<ReadingTimes>;

/** A server that listens, with many readers at once, beside one that only sends; and how soon a slow browser shows its pages. */
export async function benchServer(workspace: Workspace, organisation: string): Promise<readonly string[]> {
  let port = 0;
  const app = await createApp(workspace, { port: () => port });
  const { read, stop } = startReaders();
  try {
    port = await listening(app);
    const address = `http://localhost:${port}`;
    const views = await viewsOf(workspace, organisation, address);
    return [
      `The server on loopback, warm, ${readers} readers at once over connections that stay open`,
      ...(await overviewLines(views, port, read)),
      '',
      'Charts that are kept, beside a bare route of Fastify that sends the same bytes',
      ...(await chartLines(organisation, { address, port, read })),
      '',
      'The script of a page',
      ...(await scriptLines(address)),
      '',
      ...(await sightLines(address, organisation)),
    ];
  } finally {
    await stop();
    await app.close();
  }
}

/** The overview as recorded, and supposing each circumstance in turn; each has been looked at. */
async function viewsOf(
  workspace: Workspace,
  organisation: string,
  address: string,
): Promise<readonly string[]> {
  const { factors } = resolveView(workspace, { organisation }).pack;
  const asked = factors.flatMap(({ id }) => ['yes', 'no'].map((state) => `?factor.${id}=${state}`));
  const views: string[] = [];
  for (const query of ['', ...asked]) {
    const answer = await fetch(`${address}/${organisation}${query}`, { redirect: 'manual' });
    if (answer.status === 200) views.push(`/${organisation}${query}`);
    await answer.arrayBuffer();
  }
  return views;
}

async function overviewLines(views: readonly string[], port: number, read: Read): Promise<readonly string[]> {
  const [first = '/'] = views;
  const lines: string[] = [];
  for (const [how, headers] of Object.entries(encodings))
    for (const [what, paths] of [
      ['overview, one view', [first]],
      [`overview, ${views.length} views with what-ifs`, views],
    ] as const) {
      await read({ port, paths, headers, readers, milliseconds: 500 });
      const times = await read({ port, paths, headers, readers, milliseconds: 3000 });
      lines.push(
        `  ${`${what}, ${how}`.padEnd(44)} p50 ${ms(times.median)} p95 ${ms(times.p95)}  (aim: p95 under 50 ms)  ${rate(times)}`,
      );
    }
  return lines;
}

interface Place {
  readonly address: string;
  readonly port: number;
  readonly read: Read;
}

async function chartLines(organisation: string, place: Place): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const file of ['levels.svg', 'ceilings.svg', 'sections.vega.json', 'levels.png'])
    for (const [how, headers] of Object.entries(encodings)) {
      const path = `/charts/${file}?organisation=${organisation}`;
      const { ours, bare, bytes } = await besideBare(path, headers, place);
      const ratio = (ours.perSecond / bare.perSecond).toFixed(2);
      lines.push(
        `  ${`${file}, ${how}, ${(bytes / 1000).toFixed(1)} kB`.padEnd(44)} ${rate(ours)}, bare ${rate(bare)}  ${ratio} × as many (aim: at least 0.50)`,
      );
    }
  return lines;
}

/** In turns, so that a machine that slows down slows both. */
async function besideBare(path: string, headers: readonly string[], { address, port, read }: Place) {
  const { bytes, sent } = await answerOf(`${address}${path}`, headers);
  const bare = Fastify();
  bare.get('/charts/:file', (_request, reply) => reply.headers(sent).send(bytes));
  const other = await listening(bare);
  try {
    const turn = (at: number, milliseconds: number) =>
      read({ port: at, paths: [path], headers, readers, milliseconds });
    await turn(port, 500);
    await turn(other, 500);
    const ours: ReadingTimes[] = [];
    const theirs: ReadingTimes[] = [];
    for (let round = 0; round < 5; round++) {
      ours.push(await turn(port, 400));
      theirs.push(await turn(other, 400));
    }
    return { ours: middle(ours), bare: middle(theirs), bytes: bytes.byteLength };
  } finally {
    await bare.close();
  }
}

const made = ['date', 'connection', 'keep-alive', 'content-length'];

/** A body as it goes over the wire, and the headers that came with it but for those that every server makes. */
function answerOf(
  address: string,
  headers: readonly string[],
): Promise<{ readonly bytes: Buffer; readonly sent: Readonly<Record<string, string>> }> {
  return new Promise((resolve, reject) => {
    const asked = Object.fromEntries(headers.map((line) => line.split(': ', 2)));
    get(address, { headers: asked }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      const sent = Object.entries(answer.headers).filter(([name]) => !made.includes(name));
      answer.on('end', () =>
        resolve({
          bytes: Buffer.concat(parts),
          sent: Object.fromEntries(sent.map(([name, value]) => [name, String(value)])),
        }),
      );
    }).on('error', reject);
  });
}

async function scriptLines(address: string): Promise<readonly string[]> {
  const { folder, files } = scripts();
  const size = async (encoding: string) => {
    let sum = 0;
    for (const name of files.keys())
      sum += (await answerOf(`${address}${folder}/${name}`, [`Accept-Encoding: ${encoding}`])).bytes
        .byteLength;
    return `${(sum / 1000).toFixed(1)} kB`;
  };
  return [
    `  ${files.size} files under ${folder}, kept by the browser for good`,
    `  as it is ${await size('identity')} (aim: under 600 kB), gzip ${await size('gzip')}, brotli ${await size('br')}`,
  ];
}

async function sightLines(address: string, organisation: string): Promise<readonly string[]> {
  const chromium = findChromium();
  if (chromium === null) return ['How soon a page is seen: not measured, there is no Chromium'];
  const sights = await firstSights(
    chromium,
    pages.map((page) => `${address}/${organisation}${page}`),
  );
  return [
    'How soon a page is seen: largest paint in Chromium slowed 4 times, nothing kept by it (aims: under 1000 ms, no shift)',
    ...sights.flatMap((sight, at) =>
      (['scripts', 'none'] as const).map((how) => {
        const { paint, slowest, what, shift } = sight[how];
        const name = `${pages[at] === '' ? '/overview' : pages[at]}, ${how === 'none' ? 'without' : 'with'} scripts`;
        return `  ${name.padEnd(44)} ${ms(paint)} (slowest ${ms(slowest)})  shift ${shift.toFixed(3)}  ${what}`;
      }),
    ),
  ];
}

async function listening(app: FastifyInstance): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const bound = app.server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('the server listens nowhere');
  return bound.port;
}

function middle(times: readonly ReadingTimes[]): ReadingTimes {
  const sorted = times.toSorted((a, b) => a.perSecond - b.perSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0).padStart(6)} ms`;
}

function rate({ perSecond }: ReadingTimes): string {
  return `${Math.round(perSecond)} a second`;
}
