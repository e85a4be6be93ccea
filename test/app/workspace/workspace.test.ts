import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../src/app/import/import-document.ts';
import { initWorkspace } from '../../../src/app/workspace/init-workspace.ts';
import { listOrganisations } from '../../../src/app/workspace/organisations.ts';
import { openWorkspace } from '../../../src/app/workspace/workspace.ts';
import { inTemporaryFolder, rules as inventedRules, sources, withWorkspace } from '../fixture.ts';

const effects = { now: () => new Date('2026-01-02T03:04:05Z'), log: () => {} };

/** A folder with a copy of the invented sources and a place for a workspace, which can be opened many times. */
function withCopies(
  work: (at: {
    readonly document: string;
    readonly corrections: string;
    readonly rules: string;
    readonly folder: string;
    readonly open: () => Promise<readonly string[]>;
  }) => Promise<void>,
): Promise<void> {
  return inTemporaryFolder(async (base) => {
    cpSync(sources, join(base, 'sources'), { recursive: true });
    cpSync(inventedRules, join(base, 'rules'), { recursive: true });
    const [folder, rules] = [join(base, 'workspace'), join(base, 'rules')];
    await work({
      document: join(base, 'sources/oak-lane/return.txt'),
      corrections: join(base, 'sources/oak-lane/corrections.json'),
      rules,
      folder,
      open: async () => {
        const log: string[] = [];
        const told = { ...effects, log: (line: string) => log.push(line) };
        const workspace = await openWorkspace({
          folder,
          rules,
          sources: join(base, 'sources'),
          effects: told,
        });
        workspace.close();
        return log;
      },
    });
  });
}

describe('a workspace on first use', () => {
  test('fills itself with the example, says so, and enters it in the journal', () =>
    withWorkspace((workspace, log) => {
      expect(listOrganisations(workspace)).toEqual([
        {
          id: 'oak-lane',
          name: 'Oak Lane plots',
          framework: 'allotment',
          example: 'Example: the Oak Lane plots, invented',
          periods: ['2024', '2025'],
          open: [],
        },
      ]);
      expect(log).toHaveLength(1);
      expect(log[0]).toContain('Example: the Oak Lane plots, invented.');
      expect(workspace.records.journal().map(({ action, by }) => `${action} by ${by}`)).toEqual([
        'seed-source by headroom',
        'import-assessment by headroom',
        'import-assessment by headroom',
        'import-document by headroom',
        'put-organisation by headroom',
      ]);
    }));

  test('applies the corrections of the source', () =>
    withWorkspace(({ records }) => {
      const row = records.assessment('oak-lane', '2025').rows[1];
      expect(row).toMatchObject({ state: 'scored', score: { label: '1/2' } });
      expect(records.findings('oak-lane').map(({ code }) => code)).toContain('document/correction-applied');
    }));

  test('is left alone by those who begin empty, also the next time', () =>
    withCopies(async ({ folder, rules, open }) => {
      const empty = await openWorkspace({ folder, rules, sources: null, effects });
      initWorkspace(empty, { organisation: 'my-plot', by: 'cli' });
      empty.close();
      expect(await open()).toEqual([]);
      const again = await openWorkspace({ folder, rules, sources: null, effects });
      expect(listOrganisations(again).map(({ id }) => id)).toEqual(['my-plot']);
      again.close();
    }));

  test('by two programs at once is one example', () =>
    withCopies(async ({ open, folder, rules }) => {
      await Promise.all([open(), open()]);
      const workspace = await openWorkspace({ folder, rules, sources: null, effects });
      expect(workspace.records.journal().filter(({ action }) => action === 'import-document')).toHaveLength(
        1,
      );
      workspace.close();
    }));

  test('keeps nothing of a source that cannot be read, and says what is wrong with it', () =>
    withCopies(async ({ document, open, folder, rules }) => {
      writeFileSync(document, 'nothing like a return');
      await expect(open()).rejects.toMatchObject({ code: 'CORRECTION_LOST' });
      const workspace = await openWorkspace({ folder, rules, sources: null, effects });
      expect(listOrganisations(workspace)).toEqual([]);
      workspace.close();
    }));
});

describe('a workspace that is opened again', () => {
  test('is not written', () =>
    withCopies(async ({ open, folder }) => {
      await open();
      const before = bytesOf(folder);
      expect(await open()).toEqual([]);
      expect(bytesOf(folder)).toEqual(before);
    }));

  test('imports a source again that has changed, and says so', () =>
    withCopies(async ({ corrections, open, folder, rules }) => {
      await open();
      writeFileSync(corrections, readFileSync(corrections, 'utf8').replace('1/2', '2'));
      expect(await open()).toEqual([
        'Headroom: the source oak-lane-return has changed and was imported again.',
      ]);
      const workspace = await openWorkspace({ folder, rules, sources: null, effects });
      expect(workspace.records.assessment('oak-lane', '2025').rows[1]).toMatchObject({
        score: { label: '2' },
      });
      workspace.close();
      expect(await open()).toEqual([]);
    }));

  test('keeps what somebody changed here when the source changes too, and says so', () =>
    withCopies(async ({ document, corrections, open, folder, rules }) => {
      await open();
      const own = join(folder, '../own.txt');
      writeFileSync(own, readFileSync(document, 'utf8').replace('2 to 4', '2'));
      const workspace = await openWorkspace({ folder, rules, sources: join(document, '../..'), effects });
      await importDocument(workspace, { file: own, organisation: 'oak-lane', by: 'me' });
      workspace.close();
      writeFileSync(corrections, readFileSync(corrections, 'utf8').replace('1/2', '3'));
      expect(await open()).toEqual([
        'Headroom: the source oak-lane-return has changed. Oak Lane plots was changed here too, and stays as it is here.',
      ]);
      const later = await openWorkspace({ folder, rules, sources: null, effects });
      expect(later.records.assessment('oak-lane', '2025').rows[1]).toMatchObject({ score: { label: '2' } });
      later.close();
    }));
});

describe('rules', () => {
  test('that are not there are named with those that are', () =>
    withWorkspace(({ pack }) => {
      expect(() => pack('orchard')).toThrowError(expect.objectContaining({ code: 'UNKNOWN_FRAMEWORK' }));
      expect(() => pack('orchard')).toThrowError(/Allowed: allotment\./);
      expect(() => pack('../packs/allotment')).toThrowError(
        expect.objectContaining({ code: 'UNKNOWN_FRAMEWORK' }),
      );
    }));

  test('are the folders with a framework, but not that of the generated schemas', () =>
    withCopies(async ({ folder, rules }) => {
      cpSync(join(rules, 'allotment'), join(rules, 'schema'), { recursive: true });
      mkdirSync(join(rules, 'empty'));
      const workspace = await openWorkspace({ folder, rules, sources: null, effects });
      expect(workspace.frameworks()).toEqual(['allotment']);
      workspace.close();
    }));

  test('that are broken are said by file and place, and the workspace stays as it is', () =>
    withCopies(async ({ folder, rules, open }) => {
      await open();
      const before = bytesOf(folder);
      const file = join(rules, 'allotment/ceilings.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"cause": "time"', '"cause": "weather"'));
      const workspace = await openWorkspace({ folder, rules, sources: null, effects });
      const load = () => workspace.pack('allotment');
      expect(load).toThrowError(expect.objectContaining({ code: 'PACK_BROKEN' }));
      expect(load).toThrowError(
        /ceilings\.json:36, rule said-hours\)\. Seen: weather\. Allowed: neighbours, time/,
      );
      workspace.close();
      expect(bytesOf(folder)).toEqual(before);
    }));

  test('are loaded once, and so is their evaluator made', () =>
    withWorkspace(({ pack, evaluator }) => {
      expect(pack('allotment')).toBe(pack('allotment'));
      expect(evaluator('allotment')).toBe(evaluator('allotment'));
    }));
});

test('an organisation of the user’s own is added once, and not beside others', () =>
  withWorkspace((workspace) => {
    expect(() => initWorkspace(workspace, { organisation: 'my-plot', by: 'cli' })).toThrowError(
      expect.objectContaining({ code: 'FILE_EXISTS' }),
    );
    expect(listOrganisations(workspace).map(({ id }) => id)).toEqual(['oak-lane']);
  }));

/** Every file of a folder by name, byte for byte. */
function bytesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}
