import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from 'node:inspector/promises';

import Fastify from 'fastify';
import { openWorkspace } from '../src/app/workspace.ts';
import { createApp } from '../src/server/app.ts';
import { startReaders } from './readers.ts';
const workspace = await openWorkspace({ folder: mkdtempSync(join(tmpdir(), 'hp-')) });
let port = 0;
const app = await createApp(workspace, { port: () => port });
await app.listen({ host: '127.0.0.1', port: 0 });
port = (app.server.address() as any).port;
const r = startReaders();
const path = '/charts/levels.svg?organisation=medway';
const bare = Fastify();
const got = await fetch(`http://localhost:${port}${path}`, { headers: { 'accept-encoding': 'identity' } });
const sent = Object.fromEntries([...got.headers].filter(([n]) => !['date', 'connection', 'keep-alive', 'content-length'].includes(n)));
const body = Buffer.alloc(1800, 97);
bare.get('/charts/:file', (_q, reply) => reply.headers(sent).send(body));
await bare.listen({ host: '127.0.0.1', port: 0 });
const bport = (bare.server.address() as any).port;
const headers = ['Accept-Encoding: br'];
await r.read({ port, paths: [path], headers, readers: 20, milliseconds: 1000 });
await r.read({ port: bport, paths: [path], headers, readers: 20, milliseconds: 1000 });
if (process.argv[2] === 'prof') {
  const s = new Session(); s.connect();
  await s.post('Profiler.enable'); await s.post('Profiler.setSamplingInterval', { interval: 200 }); await s.post('Profiler.start');
  await r.read({ port, paths: [path], headers, readers: 20, milliseconds: 4000, ...(process.argv[3] === 'bare' ? { port: bport } : {}) });
  const { profile } = await s.post('Profiler.stop');
  const self = new Map<string, number>();
  const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
  const dt = profile.timeDeltas!; let total = 0;
  profile.samples!.forEach((id: number, i: number) => {
    const n = byId.get(id)!; const k = `${n.callFrame.functionName} ${n.callFrame.url.split('/').slice(-2).join('/')}:${n.callFrame.lineNumber}`;
    self.set(k, (self.get(k) ?? 0) + dt[i]!); total += dt[i]!;
  });
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 45)) console.log((v / total * 100).toFixed(1).padStart(5), k);
}

const cpu = async (at: number) => { const b = (process as any).threadCpuUsage(); const t = await r.read({ port: at, paths: [path], headers, readers: 20, milliseconds: 1000 }); const e = (process as any).threadCpuUsage(b); return [(e.user + e.system) / t.perSecond, t.perSecond] as const; };
for (let i = 0; i < 4; i++) { const a = await cpu(port); const b = await cpu(bport); console.log(a[0].toFixed(1), b[0].toFixed(1), 'µs/request; ratio', (b[0] / a[0]).toFixed(2), Math.round(a[1]), Math.round(b[1]), (a[1] / b[1]).toFixed(2)); }
await r.stop(); await app.close(); await bare.close(); workspace.close();
