import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { definitions } from '../../../src/app/about/definitions.ts';
import { exportFile } from '../../../src/app/export/export-file.ts';
import { template } from '../../../src/app/export/template.ts';
import { scoreTerms, targetTerms, writtenAppendix } from '../../../src/app/export/written-appendix.ts';
import { choosePlan } from '../../../src/app/plan/decide-plan.ts';
import { decide } from '../../../src/app/review/decide.ts';
import { review } from '../../../src/app/review/review.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { setAgreedStandard } from '../../../src/app/year/agreed-standard.ts';
import { parseDocument } from '../../../src/exchange/read/parse-document.ts';
import { readTables } from '../../../src/exchange/read/read-tables.ts';
import { workbookBytes } from '../../../src/exchange/write/workbook.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { pack } from '../../engine/medway.ts';
import { wordPart, wordText } from '../../exchange/write/word-text.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

const medway = { organisation: 'medway' } as const;

function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content === 'string') throw new Error('it is text');
  return content;
}

function withExample<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
  return withWorkspace(work, example);
}

async function appendix(workspace: Workspace, format: 'docx' | 'xlsx'): Promise<Uint8Array> {
  return bytesOf((await exportFile(workspace, { what: 'appendix', format, ...medway })).content);
}

describe('an appendix for Word', () => {
  test('opens with how many objectives are satisfactory, whose example it is, and what is left out', () =>
    withExample(async (workspace) => {
      const lines = wordText(await appendix(workspace, 'docx')).split('\n');
      expect(lines.slice(0, 4)).toEqual([
        'Medway Council: complete list of objectives, 2023',
        '57 of 59 objectives are at 3 Mature or above in 2023; in 2022, 50 of 59 were.',
        "Example: Medway Council's published 2022 and 2023 return.",
        'Targets for 2024 are suggestions, until the organisation agrees them. The reason is left out for 14 of 59: it was read from a comment by a rule, and nobody has confirmed it.',
      ]);
    }));

  test('opens with the standard that was agreed, apart from the satisfactory level where they differ', () =>
    withExample(async (workspace) => {
      const opening = async (level: number | null, agreed: string) => {
        setAgreedStandard(workspace, { ...medway, level, agreed, from: '2023', by: 'Ada' });
        const { opening: lines, about } = await writtenAppendix(workspace, medway);
        return [...lines.slice(0, 2), Object.fromEntries(about)['Agreed']];
      };
      const example = "Example: Medway Council's published 2022 and 2023 return.";
      expect(await opening(3, 'November 2021')).toEqual([
        'In 2023, 57 of 59 objectives meet the standard of 3 agreed in November 2021; in 2022, 50 of 59 did. 3 Mature is also the satisfactory level.',
        example,
        'the standard of 3 agreed in November 2021',
      ]);
      expect(await opening(5, 'Cabinet, 4 May 2021')).toEqual([
        'In 2023, 0 of 59 objectives meet the agreed standard of 5 (Cabinet, 4 May 2021); in 2022, 0 of 59 did.',
        '57 of 59 objectives are at 3 Mature or above in 2023; in 2022, 50 of 59 were.',
        'the agreed standard of 5 (Cabinet, 4 May 2021)',
      ]);
      expect(await opening(null, '')).toEqual([
        '57 of 59 objectives are at 3 Mature or above in 2023; in 2022, 50 of 59 were.',
        example,
        undefined,
      ]);
    }));

  test('has real headings, heading rows that are repeated, a language, a title, and no merged cell', () =>
    withExample(async (workspace) => {
      const bytes = await appendix(workspace, 'docx');
      const body = wordPart(bytes, 'word/document.xml');
      const count = (part: string) => body.split(part).length - 1;
      expect(count('<w:pStyle w:val="Title"/>')).toBe(1);
      expect(count('<w:pStyle w:val="Heading1"/>')).toBe(pack.framework.sections.length + 1);
      expect(count('<w:tblHeader/>')).toBe(count('<w:tbl>'));
      expect(body).not.toMatch(/<w:gridSpan|<w:vMerge|<w:drawing|<w:pict/);
      expect(body).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
      expect(wordPart(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
      const properties = wordPart(bytes, 'docProps/core.xml');
      expect(properties).toContain('<dc:title>Medway Council: complete list of objectives, 2023</dc:title>');
      expect(properties).toContain(
        'headroom:document=appendix;organisation=medway;framework=lga-nps-2018;period=2022,2023;',
      );
    }));

  test('says what it is at its end, with every word that it explains', () =>
    withExample(async (workspace) => {
      const { about, definitions: shown } = await writtenAppendix(workspace, medway);
      expect(Object.fromEntries(about)).toMatchObject({
        Document: 'appendix',
        'Organisation id': 'medway',
        'Framework id': 'lga-nps-2018',
        Periods: '2022, 2023',
        Rules: 'lga-nps-2018, version 2018',
        'Reasons left out': '14, because nobody has confirmed what they rest on',
      });
      expect(shown.map(({ term }) => term).toSorted()).toEqual([...scoreTerms, ...targetTerms].toSorted());
      const known = definitions(pack.framework).map(({ term }) => term);
      expect([...scoreTerms, ...targetTerms].filter((term) => !known.includes(term))).toEqual([]);
    }));
});

describe('the reasons of targets', () => {
  const reasonOf = async (workspace: Workspace, number: number) =>
    (await writtenAppendix(workspace, medway)).sections
      .flatMap(({ objectives }) => objectives)
      .find((objective) => objective.number === number)?.target;

  test('are left out where they were only read, and stand once an officer confirms them', () =>
    withExample(async (workspace) => {
      expect(await reasonOf(workspace, 4)).toEqual({ level: '4', reason: 'Hold.' });
      const [reading] = (await review(workspace, medway, { objective: 4 })).objectives[0]?.readings ?? [];
      if (reading === undefined) throw new Error('nothing is read from the comment');
      await decide(workspace, medway, {
        objective: 4,
        reading: reading.cause,
        decision: 'confirm',
        by: 'officer',
      });
      expect((await reasonOf(workspace, 4))?.reason).toContain('joint working (the 2023 comment, confirmed)');
      expect((await writtenAppendix(workspace, medway)).opening.at(-1)).toContain('left out for 13 of 59');
    }));

  test('stand where they are the words of the standard', () =>
    withExample(async (workspace) => {
      expect((await reasonOf(workspace, 8))?.reason).toContain('the section’s principle for level 5');
    }));

  test('are in no document that is asked for without targets', () =>
    withExample(async (workspace) => {
      const written = await writtenAppendix(workspace, { ...medway, targets: false });
      expect(written.targetPeriod).toBeNull();
      expect(written.opening.join(' ')).not.toContain('Targets');
    }));
});

describe('an appendix for Excel', () => {
  test('is one table whose headings stay in view and are printed on every page; no cell is a formula', () =>
    withExample(async (workspace) => {
      const files = unzipSync(await appendix(workspace, 'xlsx'));
      const part = (name: string) => new TextDecoder().decode(files[name]);
      const sheet = part('xl/worksheets/sheet1.xml');
      expect(sheet).toContain('xSplit="3" ySplit="1"');
      expect(sheet).toContain('<autoFilter ref="A1:J60"/>');
      expect(sheet).toContain('orientation="landscape"');
      expect(part('xl/workbook.xml')).toContain('Appendix!$1:$1');
      for (const [name, content] of Object.entries(files))
        if (name.startsWith('xl/worksheets/'))
          expect(new TextDecoder().decode(content)).not.toMatch(/<f>|<f /);
      expect(part('xl/workbook.xml').match(/<sheet name="[^"]*"/g)).toEqual([
        '<sheet name="Appendix"',
        '<sheet name="Principles"',
        '<sheet name="About"',
      ]);
    }));

  test('keeps text that looks like a formula, a number, a date, a mistake or an escape as it is', async () => {
    const texts = ['=1+1', '007', '2/3', '#REF!', '#N/A', '_x000D_', '_x005F_', 'a\nb', '<b>&amp;'];
    const bytes = await workbookBytes({
      title: 'T',
      description: 'D',
      made: '2026-01-02',
      sheets: [{ name: 'Sheet', columns: [{ width: 9 }], rows: texts.map((text) => [text]) }],
    });
    const { parts, findings } = await parseDocument(bytes, 'package', 'a.xlsx');
    const read = parts.flatMap((part) => ('rows' in part ? part.rows.map(([cell]) => cell?.text) : []));
    expect(read).toEqual(texts);
    expect(findings).toEqual([]);
  });
});

test.each(['docx', 'xlsx'] as const)('the same return gives the same bytes, as %s', (format) =>
  withExample(async (workspace) => {
    const first = await appendix(workspace, format);
    expect(Buffer.compare(first, await appendix(workspace, format))).toBe(0);
    const form = { ...medway, format };
    const blank = bytesOf((await template(workspace, form)).content);
    expect(Buffer.compare(blank, bytesOf((await template(workspace, form)).content))).toBe(0);
  }),
);

describe('advice', () => {
  test('is a row for each objective, with how far its reasons were looked at', () =>
    withExample(async (workspace) => {
      const { content, name } = await exportFile(workspace, { what: 'advice', format: 'csv', ...medway });
      expect(name).toBe('medway-advice-2024.csv');
      const lines = String(content).split('\r\n');
      expect(lines).toHaveLength(pack.framework.objectives.length + 2);
      expect(lines[0]).toMatch(/^\u{FEFF}organisation,framework,basedOn,period,packVersion,objective,/u);
      expect(lines[4]).toMatch(
        /^medway,lga-nps-2018,2023,2024,2018,4,Influence and impact,engaging-senior-members,scored,4,4,,false,4,hold,,.*,4,now,external,0,5,joint-working,read,/,
      );
    }));

  test('is not taken for scores when it is brought in', () =>
    withExample(async (workspace) => {
      for (const format of ['csv', 'xlsx'] as const) {
        const { content } = await exportFile(workspace, { what: 'advice', format, ...medway });
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        const parsed = await parseDocument(bytes, format === 'csv' ? 'csv' : 'package', `a.${format}`);
        expect(() =>
          readTables(parsed, { framework: pack.framework, ...medway, file: `a.${format}` }),
        ).toThrow('not a self-assessment');
      }
    }));

  test('has no form for Word', () =>
    withExample(async (workspace) => {
      await expect(exportFile(workspace, { what: 'advice', format: 'docx', ...medway })).rejects.toThrow(
        Problem,
      );
    }));
});

describe('a plan', () => {
  test('is a row for each target that was chosen, and is not taken for scores when it is brought in', () =>
    withExample(async (workspace) => {
      await choosePlan(workspace, medway, { days: 30 }, 'Ann');
      const asked = { what: 'plan', ...medway } as const;
      const { content, name } = await exportFile(workspace, { ...asked, format: 'csv' });
      expect(name).toBe('medway-plan-2024.csv');
      const lines = String(content).trimEnd().split('\r\n');
      expect(lines[0]).toMatch(/^\u{FEFF}document,organisation,framework,period,#,Objective,/u);
      expect(lines.slice(1)).toHaveLength(workspace.records.plans.rows('medway', '2024').length);
      expect(lines[1]).toMatch(/^plan,medway,lga-nps-2018,2024,3,Councillor Development,.*assumed 10 days/);
      for (const format of ['csv', 'xlsx'] as const) {
        const file = (await exportFile(workspace, { ...asked, format })).content;
        const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
        const parsed = await parseDocument(bytes, format === 'csv' ? 'csv' : 'package', `a.${format}`);
        expect(() =>
          readTables(parsed, { framework: pack.framework, ...medway, file: `a.${format}` }),
        ).toThrow('a document of the kind plan');
      }
    }));
});

describe('a form', () => {
  test.each(['docx', 'xlsx'] as const)(
    'has last year beside empty cells, and is read again, as %s',
    (format) =>
      withExample(async (workspace) => {
        const { content, name } = await template(workspace, { ...medway, format });
        expect(name).toBe(`medway-template-2024.${format}`);
        const parsed = await parseDocument(bytesOf(content), 'package', name);
        const { assessments, diagnostics } = readTables(parsed, {
          framework: pack.framework,
          ...medway,
          file: name,
        });
        expect(diagnostics).toEqual([]);
        const [last, now] = assessments;
        expect(last).toEqual(workspace.records.assessment('medway', '2023'));
        expect(now?.period).toBe('2024');
        expect(now?.rows.every((row) => row.state === 'not-scored' && row.text === '')).toBe(true);
      }),
  );

  test('offers every score of the framework, with the words of each level in a note', () =>
    withExample(async (workspace) => {
      const { content } = await template(workspace, { format: 'xlsx' });
      const parsed = await parseDocument(bytesOf(content), 'package', 'a.xlsx');
      const levels = parsed.parts.find((part) => 'rows' in part && part.name === 'Levels');
      const offered =
        levels !== undefined && 'rows' in levels ? levels.rows.slice(1).map(([cell]) => cell?.text) : [];
      expect(offered).toEqual(['1', '1/2', '2', '2/3', '3', '3/4', '4', '4/5', '5', 'NA']);
      const files = unzipSync(bytesOf(content));
      const scores = new TextDecoder().decode(files['xl/worksheets/sheet2.xml']);
      expect(scores.match(/<dataValidation /g)).toHaveLength(pack.framework.objectives.length);
      expect(scores).toContain("<formula1>'Levels'!$A$2:$A$11</formula1>");
      const notes = new TextDecoder().decode(files['xl/comments2.xml']);
      expect(notes).toContain('5 Innovator: The section’s principle: Councillor engagement is contributing');
    }));

  test('has what is held of its own period in it', () =>
    withExample(async (workspace) => {
      const { content } = await template(workspace, { ...medway, period: '2023', format: 'xlsx' });
      const parsed = await parseDocument(bytesOf(content), 'package', 'a.xlsx');
      const { assessments } = readTables(parsed, { framework: pack.framework, ...medway, file: 'a.xlsx' });
      expect(assessments).toEqual(
        ['2022', '2023'].map((period) => workspace.records.assessment('medway', period)),
      );
    }));

  test('for a period that is none is refused', () =>
    withExample(async (workspace) => {
      await expect(template(workspace, { ...medway, period: 'soon', format: 'xlsx' })).rejects.toThrow(
        Problem,
      );
    }));
});
