import { execFile } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import { realEffects } from '../../src/kernel/effects.ts';
import { serve } from '../../src/server/main.ts';
import { inTemporaryFolder } from '../app/fixture.ts';
import { clientSource } from './client-source.ts';
import { describedBy } from './described.ts';
import { withServer } from './served.ts';

const run = promisify(execFile);

/** A program of somebody else's: it knows the generated client alone. */
const program = `import { client, Refused, type Advice } from './client.ts';

const headroom = client(process.argv[2] ?? '');
const path = { organisation: 'medway' };
const found: Record<string, unknown> = {};

// What should next year's targets be, and what if a circumstance changed?
const advice = await headroom.getAdvice({ path });
const ceilings = (of: Advice | null) =>
  of?.objectives.flatMap((one) => (one.state === 'scored' && one.objective === 4 ? [one.ceiling.level] : []));
const supposing = await headroom.getAdvice({ path, query: { 'factor.joint-boards': 'yes' } });
found['ceilings of 4'] = [ceilings(advice.body), ceilings(supposing.body)];
const again = await headroom.getAdvice({ path, headers: { 'if-none-match': advice.etag ?? '' } });
found['again'] = [again.status, again.body];

// What is capped, by what, and who could lift it?
const capped = await headroom.getCapped({ path });
const unlock = await headroom.getUnlock({ path });
found['capped'] = [capped.body?.organisation, unlock.body?.organisation];

// How are we moving?
const trends = await headroom.getTrends({ path });
found['trends'] = trends.body?.organisation;

// A change, and one that somebody else made meanwhile.
const year = { ...path, period: '2024' };
await headroom.openAssessment({ path: year, body: { by: 'Ada' } });
const row = { ...year, objective: '4' };
const held = await headroom.getRow({ path: row });
const headers = { 'if-match': held.etag ?? '' };
const kept = await headroom.enterRow({ path: row, headers, body: { score: '4', text: 'Ada wrote this.', by: 'Ada' } });
found['kept'] = [held.etag, kept.etag, kept.body?.version, kept.body?.row.text];
try {
  await headroom.enterRow({ path: row, headers, body: { score: '3', text: 'Grace wrote this.', by: 'Grace' } });
} catch (thrown) {
  if (!(thrown instanceof Refused)) throw thrown;
  const { status, code, data } = thrown.problem;
  found['conflict'] = [status, code, Object.keys(data ?? {}).toSorted()];
}
console.log(JSON.stringify(found));
`;

/** Programs that do not fit the description, each wrong in one way. */
const wrong = [
  "headroom.getAdvice({ path: { organisation: 'medway', objective: '4' } });",
  "headroom.getAdvice({ path, query: { 'factor.joint-boards': 'perhaps' } });",
  'headroom.enterRow({ path, body: { by: "Ada" } });',
  "headroom.openAssessment({ path: { ...path, period: '2024' }, body: {} });",
  '(await headroom.getAdvice({ path })).body?.nothing;',
];

test('a client generated from the description is typed, and works against a server', async () => {
  await inTemporaryFolder(async (folder) => {
    const source = await withServer(async ({ get }) => {
      const { components, operations } = await describedBy(get);
      return clientSource(components.schemas, operations);
    });
    writeFileSync(join(folder, 'client.ts'), source);
    writeFileSync(join(folder, 'program.ts'), program);
    const start = program.slice(0, program.indexOf('const found'));
    wrong.forEach((line, index) => writeFileSync(join(folder, `wrong-${index}.ts`), `${start}${line}\n`));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const compilerOptions = {
      ...{
        target: 'es2024',
        lib: ['es2024', 'dom', 'dom.iterable'],
        module: 'nodenext',
        types: ['node'],
        noEmit: true,
      },
      ...{
        strict: true,
        exactOptionalPropertyTypes: true,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
      },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
    const checked = await run(join(projectFolder, 'node_modules/.bin/tsc'), [
      '-p',
      folder,
      '--pretty',
      'false',
    ]).catch((thrown: unknown) => thrown);
    const said =
      typeof checked === 'object' && checked !== null && 'stdout' in checked ? String(checked.stdout) : '';
    const offenders = [...said.matchAll(/([\w-]+\.ts)\(\d/g)].map(([, name]) => name);
    expect([...new Set(offenders)].toSorted(), said).toEqual(wrong.map((_, index) => `wrong-${index}.ts`));

    const effects = { ...realEffects, log: () => {} };
    const served = await serve({
      workspace: join(folder, 'workspace'),
      port: 0,
      announce: () => {},
      effects,
    });
    try {
      const { stdout } = await run(process.execPath, [join(folder, 'program.ts'), served.address]);
      expect(JSON.parse(stdout)).toEqual({
        'ceilings of 4': [[4], [5]],
        again: [304, null],
        capped: ['medway', 'medway'],
        trends: 'medway',
        kept: ['"0"', '"1"', 1, 'Ada wrote this.'],
        conflict: [409, 'ROW_CHANGED', ['given', 'held']],
      });
    } finally {
      await served.stop();
    }
  });
});
