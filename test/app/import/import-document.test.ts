import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportFile } from '../../../src/app/export/export-file.ts';
import { type ImportRequest, importDocument } from '../../../src/app/import/import-document.ts';
import { ImportReport } from '../../../src/app/import/import-report.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { mismatches } from '../../../src/kernel/schema.ts';
import { sources, withWorkspace } from '../fixture.ts';

const sample = join(sources, 'oak-lane/return.txt');
const text = readFileSync(sample, 'utf8').replace('\t2 to 4\t', '\t1/2\t');

/** Writes a document beside the workspace. */
function written({ folder }: Workspace, content: string | Uint8Array, name = 'return.txt'): string {
  const file = join(folder, '..', name);
  writeFileSync(file, content);
  return file;
}

function importing(workspace: Workspace, file: string, more: Partial<ImportRequest> = {}) {
  return importDocument(workspace, { file, organisation: 'elm-road', by: 'me', ...more });
}

describe('importing a document', () => {
  test('of somebody else says so, and counts as that of whom it was imported for', () =>
    withWorkspace(async (workspace) => {
      const { content } = await exportFile(workspace, {
        what: 'appendix',
        format: 'xlsx',
        organisation: 'oak-lane',
        targets: false,
      });
      const file = written(workspace, content, 'theirs.xlsx');
      const { organisation, outcome, findings } = await importing(workspace, file);
      expect([organisation, outcome]).toEqual(['elm-road', 'new']);
      expect(findings.filter(({ code }) => code === 'document/stamp-differs')).toMatchObject([
        {
          severity: 'warning',
          place: 'what the document says of itself',
          seen: 'oak-lane',
          allowed: 'elm-road',
        },
      ]);
      const own = await importDocument(workspace, { file, by: 'me', dryRun: true });
      expect([own.organisation, own.outcome]).toEqual(['oak-lane', 'unchanged']);
      expect(own.findings.map(({ code }) => code)).not.toContain('document/stamp-differs');
    }));

  test('adds an organisation, and says what the document holds', () =>
    withWorkspace(async (workspace) => {
      const report = await importing(workspace, written(workspace, text), { name: 'Elm Road plots' });
      expect(mismatches(ImportReport, report)).toEqual([]);
      const { findings: _, sha256: __, file: ___, ...whole } = report;
      const rest = { ...whole, periods: whole.periods.map(({ differences: ____, ...period }) => period) };
      expect(rest).toMatchInlineSnapshot(`
        {
          "corrections": {
            "because": "The document is not a source that has any.",
            "count": 0,
            "file": null,
          },
          "dryRun": false,
          "framework": "allotment",
          "moves": [
            {
              "from": "2024",
              "higher": 2,
              "lower": 0,
              "n": 4,
              "same": 2,
              "to": "2025",
            },
          ],
          "objectives": 5,
          "organisation": "elm-road",
          "outcome": "new",
          "periods": [
            {
              "changed": [
                1,
                2,
                3,
                4,
                5,
              ],
              "closed": true,
              "counts": [
                {
                  "count": 3,
                  "label": "1",
                },
                {
                  "count": 1,
                  "label": "2",
                },
              ],
              "mean": 1.25,
              "n": 4,
              "notApplicable": 1,
              "notScored": 0,
              "outcome": "new",
              "period": "2024",
              "satisfactory": {
                "count": 1,
                "level": 2,
              },
            },
            {
              "changed": [
                1,
                2,
                3,
                4,
                5,
              ],
              "closed": true,
              "counts": [
                {
                  "count": 1,
                  "label": "1",
                },
                {
                  "count": 1,
                  "label": "1/2",
                },
                {
                  "count": 2,
                  "label": "2",
                },
              ],
              "mean": 1.625,
              "n": 4,
              "notApplicable": 0,
              "notScored": 1,
              "outcome": "new",
              "period": "2025",
              "satisfactory": {
                "count": 2,
                "level": 2,
              },
            },
          ],
          "schema": 1,
          "sections": 2,
          "title": "Return of the Oak Lane plots",
        }
      `);
      expect(workspace.records.organisation('elm-road')).toMatchObject({
        name: 'Elm Road plots',
        framework: 'allotment',
        example: null,
      });
    }));

  test('again changes nothing, and a changed one says which objectives differ', () =>
    withWorkspace(async (workspace) => {
      const file = written(workspace, text);
      await importing(workspace, file);
      const journal = workspace.records.journal();
      expect((await importing(workspace, file)).outcome).toBe('unchanged');
      expect(workspace.records.journal()).toEqual(journal);
      writeFileSync(file, text.replace('Shown once.', 'Shown twice.'));
      const report = await importing(workspace, file);
      expect(report.outcome).toBe('changed');
      expect(report.periods.map(({ period, outcome, changed }) => [period, outcome, changed])).toEqual([
        ['2024', 'changed', [4]],
        ['2025', 'unchanged', []],
      ]);
    }));

  test('only rehearsed says the same and keeps nothing', () =>
    withWorkspace(async (workspace) => {
      const file = written(workspace, text);
      const rehearsed = await importing(workspace, file, { dryRun: true });
      expect(workspace.records.organisations().map(({ id }) => id)).toEqual(['oak-lane']);
      expect({ ...(await importing(workspace, file)), dryRun: true }).toEqual(rehearsed);
    }));
});

describe('corrections', () => {
  test('are those of the source whose bytes the document has', () =>
    withWorkspace(async (workspace) => {
      const copy = written(workspace, readFileSync(sample), 'a-copy.txt');
      expect((await importing(workspace, copy)).corrections).toMatchObject({
        count: 1,
        because: 'The document is that of the source oak-lane-return.',
      });
    }));

  test('are not made up for another document', () =>
    withWorkspace(async (workspace) => {
      const other = written(workspace, readFileSync(sample, 'utf8').replace('Two heaps', 'Three heaps'));
      await expect(importing(workspace, other)).rejects.toThrowError(
        expect.objectContaining({ code: 'DOCUMENT_REFUSED' }),
      );
    }));

  test('can be named', () =>
    withWorkspace(async (workspace) => {
      const other = written(workspace, readFileSync(sample, 'utf8').replace('Two heaps', 'Three heaps'));
      const corrections = join(sources, 'oak-lane/corrections.json');
      expect((await importing(workspace, other, { corrections })).corrections).toEqual({
        file: 'test/app/sources/oak-lane/corrections.json',
        count: 1,
        because: 'They were named.',
      });
    }));

  test('that are lost refuse the document', () =>
    withWorkspace(async (workspace) => {
      const corrections = join(sources, 'oak-lane/corrections.json');
      await expect(importing(workspace, written(workspace, text), { corrections })).rejects.toThrowError(
        expect.objectContaining({ code: 'CORRECTION_LOST' }),
      );
    }));
});

describe('a document that cannot be used leaves the workspace as it is', () => {
  const cases: Readonly<Record<string, readonly [code: string, content: string | Uint8Array]>> = {
    'an empty one': ['FILE_EMPTY', ''],
    'a binary one': ['FILE_NOT_TEXT', new Uint8Array([0x41, 0, 3, 4, 0xff, 0xfe, 0, 0])],
    'a package named .txt': ['FILE_WRONG_KIND', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 0])],
    'another document': ['NOT_AN_APPENDIX', 'Dear all,\n\nplease find attached the minutes.\n'],
    'one that was cut off': ['DOCUMENT_REFUSED', text.slice(0, text.indexOf('3\tRotation'))],
    'one with an objective twice': ['DOCUMENT_REFUSED', text.replace('\n4\tShow day', '\n3\tShow day')],
    'one without an objective': ['DOCUMENT_REFUSED', text.replace(/^4\t.*\n/m, '')],
    'one with a level too high': [
      'DOCUMENT_REFUSED',
      text.replace('\t2\tCommentary: Shown', '\t6\tCommentary: Shown'),
    ],
    'one with a score of "2-ish"': [
      'DOCUMENT_REFUSED',
      text.replace('\t2\tCommentary: Shown', '\t2-ish\tCommentary: Shown'),
    ],
    'one with an objective that the rules lack': ['DOCUMENT_REFUSED', text.replace('\n4\t', '\n44\t')],
  };

  test.each(Object.entries(cases))('%s', (_name, [code, content]) =>
    withWorkspace(async (workspace) => {
      const { file } = workspace.records;
      const before = readFileSync(file).toString('base64');
      const journal = workspace.records.journal();
      await expect(importing(workspace, written(workspace, content))).rejects.toThrowError(
        expect.objectContaining({ code }),
      );
      expect(workspace.records.journal()).toEqual(journal);
      expect(workspace.records.organisations().map(({ id }) => id)).toEqual(['oak-lane']);
      expect(readFileSync(file).toString('base64')).toBe(before);
    }),
  );

  test('one of 100 MB, without reading it', () =>
    withWorkspace(async (workspace) => {
      const file = written(workspace, '');
      truncateSync(file, 100 * 1024 * 1024);
      await expect(importing(workspace, file)).rejects.toThrowError(
        expect.objectContaining({ code: 'FILE_TOO_LARGE' }),
      );
    }));

  test('one that is not there, and a folder', () =>
    withWorkspace(async (workspace) => {
      for (const file of [join(workspace.folder, 'nowhere.txt'), workspace.folder])
        await expect(importing(workspace, file)).rejects.toThrowError(
          expect.objectContaining({ code: 'FILE_MISSING' }),
        );
    }));

  test('one for an id that is none', () =>
    withWorkspace(async (workspace) => {
      await expect(
        importing(workspace, written(workspace, text), { organisation: 'Elm Road' }),
      ).rejects.toThrowError(expect.objectContaining({ code: 'BAD_VALUE' }));
    }));

  test('one in a framework that is not there', () =>
    withWorkspace(async (workspace) => {
      await expect(
        importing(workspace, written(workspace, text), { framework: 'orchard' }),
      ).rejects.toThrowError(expect.objectContaining({ code: 'UNKNOWN_FRAMEWORK' }));
    }));

  test('what is wrong with it is said with line, value and repair', () =>
    withWorkspace(async (workspace) => {
      const file = written(workspace, text.replace('\t2\tCommentary: Shown', '\t2-ish\tCommentary: Shown'));
      await expect(importing(workspace, file)).rejects.toThrowError(
        /line 13, objective 4, 2024\. Seen: a score is not a level of the framework: "2-ish"\. Allowed: 0, 1, 2, 3, a step between two neighbours such as 0\/1/,
      );
    }));
});
