import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExportRequest, exportFile } from '../../../src/app/export/export-file.ts';
import { importDocument } from '../../../src/app/import/import-document.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { enterRow } from '../../../src/app/year/enter-row.ts';
import { openYear } from '../../../src/app/year/open-year.ts';
import { parseDocument } from '../../../src/exchange/read/parse-document.ts';
import { readTables } from '../../../src/exchange/read/read-tables.ts';
import { canonicalJson } from '../../../src/kernel/canonical.ts';
import type { Assessment, AssessmentRow } from '../../../src/model/assessment.ts';
import { canonicalText, controlCharacters, longestCell } from '../../../src/model/cell-text.ts';
import { pack } from '../../engine/medway.ts';
import { scores } from '../../properties/assessments.ts';
import { example } from '../../server/served.ts';
import { inTemporaryFolder, withWorkspace } from '../fixture.ts';

const formats = ['docx', 'xlsx', 'csv'] as const;
type Format = (typeof formats)[number];

/** What spreadsheets, XML and CSV are known to trip over, beside whatever can be drawn. */
const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['=1+1', '+44 20', '-1', '@SUM(A1)', "'=quoted", "''-twice", "'plain", '=HYPERLINK("x","y")'],
      ...[
        '2/3',
        '3-4',
        '1 March',
        '2023-03-02',
        '007',
        '1e5',
        'TRUE',
        '#REF!',
        '#N/A',
        '#',
        'NA',
        'N/A',
        '-',
        '',
      ],
      ...['say "yes", or no', 'a;b\tc', 'one\r\ntwo\rthree', '  two  blanks  ', '\u{a0}no break\u{a0}'],
      ...['_x000D_', '_x005F_x000D_', '_x0041_', 'a_x000a_b', '<w:t>&amp;</w:t>', ']]>', '&#10;', '&lt;'],
      ...[
        '👩🏽‍🌾 grows 🥕',
        'שלום עולם',
        '\u{202e}turned\u{202c}',
        'e\u{301}',
        '\u{200b}',
        '\u{feff}mark',
        '𝒳',
      ],
      ...[
        'Score',
        'No',
        'Objective',
        '2023 Score',
        '2023',
        'Name',
        'Section',
        'What',
        'Value',
        'Action: go on',
      ],
      ...['1', '2', '1 - Minimum', 'Score:', pack.framework.sections[0]?.name ?? '', 'scored', 'sep=;'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('word ', 'é', '_x000D_', '"', '\u{1f955}')
      .map((unit) => unit.repeat(Math.floor(longestCell / unit.length))),
  },
);
const writtenText = fc
  .array(nasty, { maxLength: 3 })
  .map((parts) => canonicalText(parts.join('\n')))
  .filter((text) => text.length <= longestCell && controlCharacters(text).length === 0);

function anyRow(objective: number): fc.Arbitrary<AssessmentRow> {
  return fc.tuple(writtenText, fc.constantFrom('NA', 'open', ...scores)).map(([text, score]) => {
    if (score === 'NA') return { objective, text, state: 'not-applicable', reason: text };
    if (typeof score === 'string') return { objective, text, state: 'not-scored' };
    return { objective, text, state: 'scored', score };
  });
}

function anyReturn(period: string): fc.Arbitrary<Assessment> {
  return fc
    .tuple(...pack.framework.objectives.map(({ number }) => anyRow(number)))
    .map((rows) => ({ framework: pack.id, organisation: 'anywhere', period, rows }));
}

async function readBack(content: string | Uint8Array, format: Format): Promise<readonly Assessment[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const parsed = await parseDocument(bytes, format === 'csv' ? 'csv' : 'package', `a.${format}`);
  const options = { framework: pack.framework, organisation: 'anywhere', file: `a.${format}` };
  return readTables(parsed, options).assessments;
}

function keep(workspace: Workspace, assessments: readonly Assessment[]): void {
  const organisation = { id: 'anywhere', name: 'Anywhere', framework: pack.id, example: null };
  workspace.records.putOrganisation(organisation, 'test');
  const source = { file: 'test', sha256: '0'.repeat(64) };
  workspace.records.saveImport({ organisation: 'anywhere', assessments, source, diagnostics: [] }, 'test');
}

describe('what is taken out and brought in again is the same', () => {
  test.each(formats)('the example, as %s', async (format) => {
    await withWorkspace(async (workspace) => {
      const { content } = await exportFile(workspace, { what: 'appendix', format, organisation: 'medway' });
      await inTemporaryFolder(async (folder) => {
        const file = join(folder, `a.${format}`);
        writeFileSync(file, content);
        const report = await importDocument(workspace, { file, dryRun: true, by: 'test' });
        expect(report.organisation).toBe('medway');
        expect(report.outcome).toBe('unchanged');
        expect(report.periods.map(({ period, outcome }) => [period, outcome])).toEqual([
          ['2022', 'unchanged'],
          ['2023', 'unchanged'],
        ]);
        expect(report.findings.filter(({ code }) => code.startsWith('document/'))).toEqual([]);
      });
    }, example);
  });

  test.each(formats)('what was open stays open elsewhere, what was closed closed, as %s', async (format) => {
    await withWorkspace(async (workspace) => {
      const year = { organisation: 'medway', period: '2024', by: 'Ada' };
      await openYear(workspace, year);
      enterRow(workspace, { ...year, objective: 4, score: '4/5', text: 'Begun.', version: 0 });
      const request = { what: 'appendix', format, organisation: 'medway' } as const;
      const closed = (await exportFile(workspace, request)).content;
      expect(typeof closed === 'string' ? closed : '').not.toContain('open assessment');
      const { content } = await exportFile(workspace, { ...request, period: '2024' });
      await inTemporaryFolder(async (folder) => {
        const file = join(folder, `a.${format}`);
        writeFileSync(file, content);
        const bring = () => importDocument(workspace, { file, organisation: 'other', by: 'Ben' });
        const report = await bring();
        expect(
          report.findings.filter(
            ({ code }) => code !== 'document/stamp-differs' && code.startsWith('document/'),
          ),
        ).toEqual([]);
        expect(workspace.records.assessments('other')).toMatchObject([
          { period: '2023', closed: true },
          { period: '2024', closed: false },
        ]);
        expect(workspace.records.rows('other', '2024').find(({ row }) => row.objective === 4)).toMatchObject({
          version: 1,
          row: { text: 'Begun.', score: { label: '4/5' } },
        });
        expect((await bring()).outcome).toBe('unchanged');
      });
    }, example);
  });

  test('the tables of principles in a Word document are passed over without a word', () =>
    withWorkspace(async (workspace) => {
      const { content } = await exportFile(workspace, {
        what: 'appendix',
        format: 'docx',
        organisation: 'medway',
      });
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const parsed = await parseDocument(bytes, 'package', 'a.docx');
      const principle = pack.framework.sections[0]?.principles[0]?.text ?? '';
      const holding = parsed.parts.filter(
        (part) => 'rows' in part && part.rows.some((row) => row.some(({ text }) => text.includes(principle))),
      );
      expect([principle.length > 20, holding.length]).toEqual([true, 1]);
      const options = { framework: pack.framework, organisation: 'medway', file: 'a.docx' };
      const codes = readTables(parsed, options).diagnostics.map(({ code }) => code);
      expect(codes.filter((code) => code.startsWith('document/'))).toEqual([]);
    }, example));

  test.each(formats)(
    'any two returns, to the byte of their canonical JSON, as %s',
    async (format) => {
      await withWorkspace(
        (workspace) =>
          fc.assert(
            fc.asyncProperty(anyReturn('2030'), anyReturn('2031'), async (last, now) => {
              keep(workspace, [last, now]);
              const request: ExportRequest = {
                what: 'appendix',
                format,
                organisation: 'anywhere',
                targets: false,
              };
              const { content } = await exportFile(workspace, request);
              expect(canonicalJson(await readBack(content, format))).toBe(canonicalJson([last, now]));
            }),
            { numRuns: process.env['HEADROOM_TEST_LONG'] === undefined ? 8 : 400, endOnFailure: true },
          ),
        { ...example, sources: null },
      );
    },
    process.env['HEADROOM_TEST_LONG'] === undefined ? 120_000 : 900_000,
  );
});
