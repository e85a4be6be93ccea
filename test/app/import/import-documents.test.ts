import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../src/app/import/import-document.ts';
import { type ImportedDocument, importDocuments } from '../../../src/app/import/import-documents.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { sources, withWorkspace } from '../fixture.ts';

const text = readFileSync(join(sources, 'oak-lane/return.txt'), 'utf8').replace('\t2 to 4\t', '\t1/2\t');
const wholeFile = ['elm.txt', text] as const;
const nextFile = ['ash.txt', text.replaceAll('2024', '2026').replaceAll('2025', '2027')] as const;
const wrongFile = ['wrong.txt', text.replace('\t1/2\t', '\t9\t')] as const;

/** Imports documents for one organisation, in the order given. */
async function several(
  workspace: Workspace,
  documents: readonly (readonly [string, string])[],
): Promise<readonly ImportedDocument[]> {
  const requests = documents.map(([name, content]) => {
    const file = join(workspace.folder, '..', name);
    writeFileSync(file, content);
    return { file, organisation: 'elm-road', by: 'me' };
  });
  const done: ImportedDocument[] = [];
  for await (const one of importDocuments(workspace, requests)) done.push(one);
  return done;
}

const heldBy = ({ records }: Workspace) =>
  records.organisations().some(({ id }) => id === 'elm-road')
    ? records.assessments('elm-road').map(({ period }) => records.assessment('elm-road', period))
    : [];

describe('several documents', () => {
  test('go in one by one; one that is refused leaves nothing, wherever it stands', () =>
    withWorkspace(async (workspace) => {
      const [refused, ...others] = await several(workspace, [wrongFile, wholeFile, wrongFile, nextFile]);
      expect(refused).toMatchObject({ report: null, problem: { code: 'DOCUMENT_REFUSED' } });
      expect(others.map(({ report }) => report?.outcome)).toEqual(['new', undefined, 'new']);
      expect(heldBy(workspace).map(({ period }) => period)).toEqual(['2024', '2025', '2026', '2027']);
    }));

  test('leave what each would leave by itself', () =>
    withWorkspace(async (workspace) => {
      await several(workspace, [wholeFile, wrongFile, nextFile]);
      const together = heldBy(workspace);
      await withWorkspace(async (other) => {
        for (const [name, content] of [nextFile, wholeFile]) {
          const file = join(other.folder, '..', name);
          writeFileSync(file, content);
          await importDocument(other, { file, organisation: 'elm-road', by: 'me' });
        }
        expect(heldBy(other)).toEqual(together);
      });
    }));

  test('that are all refused leave the workspace without the organisation', () =>
    withWorkspace(async (workspace) => {
      const done = await several(workspace, [wrongFile, ['minutes.txt', 'Nobody came.\n']]);
      expect(done.map(({ problem }) => problem?.code)).toEqual(['DOCUMENT_REFUSED', 'NOT_AN_APPENDIX']);
      expect(workspace.records.organisations().map(({ id }) => id)).not.toContain('elm-road');
    }));
});
