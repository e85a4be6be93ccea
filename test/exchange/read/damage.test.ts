import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAppendix } from '../../../src/exchange/read/appendix-text.ts';
import type { DocumentReading } from '../../../src/exchange/read/document-reading.ts';
import { asProblem, type Problem } from '../../../src/kernel/problem.ts';
import { decodeText } from '../../../src/kernel/text-file.ts';
import { corrected, framework, readMedway, received } from './medway.ts';

const read = (text: string): DocumentReading =>
  readAppendix(text, { framework, organisation: 'elsewhere', file: 'return.txt' });

function outcome(action: () => DocumentReading): DocumentReading | Problem {
  try {
    return action();
  } catch (thrown) {
    return asProblem(thrown);
  }
}

function refusal(text: string): Problem {
  const result = outcome(() => read(text));
  if ('assessments' in result) throw new Error('the document was taken');
  return result;
}

const lines = corrected.split('\n');

/** The corrected document with one cell of one objective's first line changed. */
function withCell(objective: number, column: number, change: (cell: string) => string): string {
  return lines
    .map((line) => {
      const cells = line.split('\t');
      if (cells[0] !== String(objective)) return line;
      return cells.with(column, change(cells[column] ?? '')).join('\t');
    })
    .join('\n');
}

const lineOf = (objective: number) => lines.findIndex((line) => line.startsWith(`${objective}\t`));

describe('a document that cannot be taken', () => {
  it('has a comment that is longer than a cell can be', () => {
    const commented = (length: number) => withCell(4, 6, () => 'x'.repeat(length));
    expect(outcome(() => read(commented(32_767)))).toHaveProperty('assessments');
    const { code, message } = refusal(commented(32_768));
    expect(code).toBe('DOCUMENT_REFUSED');
    expect(message).toContain(
      'line 27, objective 4, 2023. Seen: a cell is longer than a spreadsheet can hold: 32768 characters. Allowed: at most 32767. Look',
    );
  });

  it('is empty', () => {
    expect(refusal(' \n\t\n').code).toBe('FILE_EMPTY');
  });

  it('is binary', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256);
    expect(outcome(() => read(decodeText(bytes, 'return.txt')))).toMatchObject({ code: 'FILE_NOT_TEXT' });
    expect(refusal(String.fromCharCode(...bytes)).code).toBe('NOT_AN_APPENDIX');
  });

  it('is another document', () => {
    const letter =
      'Dear colleague,\n\nPlease find the minutes of the meeting.\n\tItem\tOwner\n1\tBins\tAda\n';
    expect(refusal(letter).message).toMatchInlineSnapshot(
      `"The document is not a self-assessment in this framework: return.txt. Seen: 6 lines, and no row of an objective of lga-nps-2018 among them. Allowed: text with tabs between cells, whose tables are headed #, Objective, Description, "2023 Score", "2023 Comments and Action". Give the appendix of the self-assessment, as text extracted from its document."`,
    );
    expect(refusal(JSON.stringify(framework)).code).toBe('NOT_AN_APPENDIX');
  });

  it('is truncated: the missing objectives and sections are named and counted', () => {
    const end = lines.findIndex((line) => line.startsWith('54\t'));
    expect(refusal(lines.slice(0, end).join('\n')).message).toMatchInlineSnapshot(
      `"The document has errors; nothing was imported: return.txt, section Enablers. Seen: a section of the framework is not in the document: no such heading. Allowed: "Enablers". Give the whole document, with its headings. 6 more places need mending: objective 54 (an objective of the framework is not in the document: no such row); objective 55 (an objective of the framework is not in the document: no such row); objective 56 (an objective of the framework is not in the document: no such row); and 3 more. Then import it again."`,
    );
  });

  it('has an objective twice', () => {
    const twice = lines.toSpliced(lineOf(21), 0, lines[lineOf(19)] ?? '').join('\n');
    expect(refusal(twice).message).toMatchInlineSnapshot(
      `"The document has errors; nothing was imported: return.txt, line 88. Seen: an objective stands in the document twice: objective 19, which is on line 77 too. Allowed: each objective once. Take one of the two rows out. Then import it again."`,
    );
  });

  it('has an objective that the framework does not have', () => {
    const problem = refusal(withCell(20, 0, () => '60'));
    expect(problem.message).toContain('1 more place needs mending');
    expect(problem.message).toContain('does not have: "60"');
    expect(problem.message).toContain('objective 20');
  });

  it.each(['6', '0', '3-ish', '2.5', '2/4', '3/2', 'three', '33', '3 3'])('has a score of %s', (score) => {
    const problem = refusal(withCell(29, 5, () => score));
    expect([problem.code, problem.detail.place]).toEqual([
      'DOCUMENT_REFUSED',
      'line 110, objective 29, 2023',
    ]);
    expect(problem.message).toContain(JSON.stringify(score));
    expect(problem.message).toContain('1, 2, 3, 4, 5');
  });

  it('lacks a heading of a section', () => {
    const problem = refusal(lines.filter((line) => line !== 'Managing Strategic Risk').join('\n'));
    expect(problem.message).toContain('section Managing Strategic Risk');
  });

  it('has a heading that is no section', () => {
    const problem = refusal(corrected.replace('\nManaging Strategic Risk\n', '\nManaging Risks\n'));
    expect(problem.message).toContain('heading is not in the framework: "Managing Risks"');
  });

  it('has a tab too many in a row', () => {
    const problem = refusal(withCell(33, 1, (name) => `${name}\tmore`));
    expect(problem.message).toContain('8 cells');
    expect(problem.detail.place).toMatch(/^line \d+/);
  });

  it('lost the columns of a row, as where no correction was made', () => {
    expect(outcome(() => readMedway(received, []))).toMatchObject({ code: 'DOCUMENT_REFUSED' });
  });
});

describe('a document made to be too much', () => {
  const columns = '#\tObjective\t2022 Score';
  const levels = 'Enablers\n\t1 - Minimum\t2 - Developing\n';

  it.each([
    ['a heading of 150,000 columns', `${columns}${'\t2023 Score'.repeat(150_000)}`, '2023 Score'],
    ['150,000 labels of one objective', `${levels}${'Objective 56\ta\tb\n'.repeat(150_000)}`, 'objective 56'],
    ['one objective 50,000 times', `${columns}\n${'7\ta\t3\n'.repeat(50_000)}`, 'objective 7'],
  ])('as %s is refused with the first errors and their count', (_, much, seen) => {
    const problem = refusal(`${corrected}\n${much}`);
    expect(problem.code).toBe('DOCUMENT_REFUSED');
    expect(problem.message).toContain(seen);
    expect(problem.message).toMatch(
      / [\d,]+ more places need mending: .*; and [\d,]+ more\. Then import it again\.$/,
    );
    expect(problem.message.length).toBeLessThan(1500);
  });

  it('as scores for 60 periods is refused', () => {
    const scores = Array.from({ length: 60 }, (_, at) => `\t${1960 + at} Score`).join('');
    expect(refusal(`${corrected}\n${columns}${scores}\n`).detail).toMatchObject({
      seen: 'scores for 62 periods, 1960 to 2023',
      allowed: 'at most 40 periods',
    });
  });
});

describe('a document that differs and can be taken', () => {
  it('has no score, or NA with the reason as its comment', () => {
    const scoreless = read(withCell(29, 5, () => ' '));
    const without = scoreless.assessments[1]?.rows[28];
    expect(without?.state).toBe('not-scored');
    for (const written of ['NA', 'N/A', 'n/a']) {
      const row = read(withCell(29, 5, () => written)).assessments[1]?.rows[28];
      expect(row).toEqual({
        objective: 29,
        state: 'not-applicable',
        text: without?.text,
        reason: without?.text,
      });
    }
  });

  it('has a level worked towards in other words', () => {
    for (const written of ['3/4', '3-4', '3 to 4', '3 – 4'])
      expect(read(withCell(29, 5, () => written)).assessments[1]?.rows[28]).toMatchObject({
        score: { label: '3/4', achieved: 3, workingTowards: 4 },
      });
  });

  it('has stray text, another name or an unknown column: warnings with their place', () => {
    const stray = corrected.replace(
      '\nManaging Strategic Risk\n',
      '\nPage 7 of 12\n\nManaging Strategic Risk\n',
    );
    const renamed = withCell(30, 1, () => 'External events');
    const owner = corrected.replaceAll('2023 Comments and Action', '2023 Comments and Action\tOwner');
    const codes = (text: string) =>
      read(text)
        .diagnostics.filter(({ code }) => code.startsWith('document/'))
        .map(({ code, place }) => `${code} at ${place}`);
    expect(codes(stray)).toEqual(['document/text-outside-table at line 98']);
    expect(codes(`${corrected}\nPublished by\n\nthe committee\n`)).toEqual([
      'document/text-outside-table at lines 227 to 229',
    ]);
    expect(codes(renamed)).toEqual(['document/name-differs at line 111, objective 30']);
    expect(codes(owner)).toHaveLength(11);
    expect(codes(owner)[0]).toBe('document/column-unknown at line 14, column 8');
  });

  it('repeats its headings after a page break in the middle of a row', () => {
    const heading = lines[13] ?? '';
    const at = lineOf(2) + 1;
    const repeated = lines.toSpliced(at, 0, '', 'Engaging Councillors', '', heading).join('\n');
    expect(read(repeated).assessments).toEqual(read(corrected).assessments);
  });

  it('has line ends, form feeds and trailing tabs of another program', () => {
    const other = lines
      .map((line) => (line.startsWith('#') ? `\f${line}\t\t\r` : `${line.trimEnd()}\r`))
      .join('\n');
    expect(read(other).assessments).toEqual(read(corrected).assessments);
  });
});

describe('any damage', () => {
  const line = fc.nat(lines.length - 1);
  const damage = fc.oneof(
    line.map((at) => ({ name: 'drop', change: (text: string[]) => text.toSpliced(at, 1) })),
    line.map((at) => ({ name: 'double', change: (text: string[]) => text.toSpliced(at, 0, text[at] ?? '') })),
    fc.tuple(line, line).map(([from, to]) => ({
      name: 'move',
      change: (text: string[]) => text.toSpliced(from, 1).toSpliced(to, 0, text[from] ?? ''),
    })),
    fc.tuple(line, fc.nat(6), fc.nat(6)).map(([at, a, b]) => ({
      name: 'copy a cell',
      change: (text: string[]) => {
        const cells = (text[at] ?? '').split('\t');
        return text.with(at % text.length, cells.with(a % cells.length, cells[b] ?? '').join('\t'));
      },
    })),
    fc.nat(corrected.length).map((end) => ({
      name: 'truncate',
      change: (text: string[]) => text.join('\n').slice(0, end).split('\n'),
    })),
    fc.tuple(line, fc.string({ unit: 'grapheme' })).map(([at, words]) => ({
      name: 'overwrite',
      change: (text: string[]) => text.with(at % text.length, words),
    })),
  );

  it('gives a problem of the catalogue, or a reading of all objectives without errors', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        const text = damages.reduce((now, { change }) => change(now), lines).join('\n');
        const result = outcome(() => read(text));
        if (!('assessments' in result)) {
          seen.add(result.code);
          expect(['DOCUMENT_REFUSED', 'NOT_AN_APPENDIX', 'FILE_EMPTY']).toContain(result.code);
          expect(result.detail.file).toBe('return.txt');
          return;
        }
        seen.add('taken');
        expect(result.objectives).toHaveLength(59);
        for (const { rows } of result.assessments)
          expect(rows.map(({ objective }) => objective)).toEqual(
            framework.objectives.map(({ number }) => number),
          );
        expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['taken', 'DOCUMENT_REFUSED']));
  });

  it('to the text as received never gives anything but a problem or a reading', () => {
    fc.assert(
      fc.property(fc.nat(received.length), fc.nat(400), fc.string(), (at, length, words) => {
        const result = outcome(() => readMedway(received.slice(0, at) + words + received.slice(at + length)));
        if (!('assessments' in result))
          expect(['DOCUMENT_REFUSED', 'NOT_AN_APPENDIX', 'CORRECTION_LOST']).toContain(result.code);
      }),
      { numRuns: 150 },
    );
  });

  it('that is only nonsense between tabs is no appendix', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string()).map((cells) => cells.join('\t'))), (nonsense) => {
        const result = outcome(() => read(nonsense.join('\n')));
        expect(['NOT_AN_APPENDIX', 'FILE_EMPTY']).toContain('assessments' in result ? 'taken' : result.code);
      }),
    );
  });
});
