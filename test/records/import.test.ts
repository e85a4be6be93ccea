import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/kernel/diagnostics.ts';
import { assessment, document } from './example.ts';
import { northfieldRecords, opened, problemOf } from './workspace.ts';

const finding = (place: string) =>
  diagnose('document/name-differs', { file: 'return.txt', place, seen: 'a', allowed: 'b', repair: 'Look.' });

describe('an import', () => {
  test('is read back as it was given, by this and by a later program', () => {
    const records = northfieldRecords();
    const given = [assessment('2023', 4), assessment('2022', 3)];
    expect(records.saveImport(document(given), 'ada')).toEqual([
      { period: '2022', outcome: 'new', objectives: [1, 2, 3] },
      { period: '2023', outcome: 'new', objectives: [1, 2, 3] },
    ]);
    expect(records.assessment('northfield', '2022')).toEqual(assessment('2022', 3));
    const later = opened(records.file.replace(/[^/\\]+$/, ''), { readOnly: true });
    expect(later.assessment('northfield', '2023')).toEqual(assessment('2023', 4));
    expect(later.assessments('northfield')).toEqual(
      ['2022', '2023'].map((period) => ({
        period,
        framework: 'ladder',
        closed: true,
        source: { file: 'return.txt', sha256: 'aa' },
        importedAt: '2026-01-05T09:01:00.000Z',
        importedBy: 'ada',
        opened: null,
      })),
    );
  });

  test('of the same document again writes nothing', () => {
    const records = northfieldRecords();
    const given = {
      ...document([assessment('2022', 3), assessment('2023', 4)]),
      diagnostics: [finding('#1')],
    };
    records.saveImport(given, 'ada');
    const file = new DatabaseSync(records.file, { readOnly: true });
    const version = () => file.prepare('PRAGMA data_version').get();
    const [before, entries] = [version(), records.journal()];
    expect(records.saveImport(given, 'bob').map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect([version(), records.journal()]).toEqual([before, entries]);
    records.saveImport({ ...given, assessments: [assessment('2022', 2)] }, 'bob');
    expect(version()).not.toEqual(before);
    file.close();
  });

  test('says which objectives of which period changed, and the journal keeps how they were', () => {
    const records = northfieldRecords();
    records.saveImport(document([assessment('2022', 3), assessment('2023', 4)]), 'ada');
    const again = document([assessment('2022', 3), assessment('2023', 5)], 'corrected.txt', 'bb');
    expect(records.saveImport(again, 'bob')).toEqual([
      { period: '2022', outcome: 'unchanged', objectives: [] },
      { period: '2023', outcome: 'changed', objectives: [1] },
    ]);
    expect(records.assessment('northfield', '2023')).toEqual(assessment('2023', 5));
    const [change, source] = records.journal();
    expect(change).toMatchObject({
      by: 'bob',
      action: 'import-assessment',
      subject: 'northfield/2023',
      before: { rows: [assessment('2023', 4).rows[0]] },
      after: { rows: [assessment('2023', 5).rows[0]] },
    });
    expect(source).toMatchObject({ action: 'import-document', subject: 'northfield' });
    expect(records.assessments('northfield').map(({ source }) => source?.sha256)).toEqual(['bb', 'bb']);
  });

  test('that has fewer objectives takes the others away, and leaves other periods', () => {
    const records = northfieldRecords();
    records.saveImport(document([assessment('2022', 3), assessment('2023', 4)]), 'ada');
    const shorter = { ...assessment('2023', 4), rows: assessment('2023', 4).rows.slice(0, 2) };
    expect(records.saveImport(document([shorter]), 'ada')).toEqual([
      { period: '2023', outcome: 'changed', objectives: [3] },
    ]);
    expect(records.assessment('northfield', '2023')).toEqual(shorter);
    expect(records.assessment('northfield', '2022')).toEqual(assessment('2022', 3));
  });

  test('that is no longer finished is a change', () => {
    const records = northfieldRecords();
    records.saveImport(document([assessment('2023', 4)]), 'ada');
    const open = { ...document([assessment('2023', 4)]), closed: false };
    expect(records.saveImport(open, 'ada')[0]).toMatchObject({ outcome: 'changed', objectives: [] });
    expect(records.assessments('northfield')[0]?.closed).toBe(false);
  });

  test('is kept whole or not at all', () => {
    const records = northfieldRecords();
    records.saveImport(document([assessment('2022', 3)]), 'ada');
    const before = [records.assessments('northfield'), records.journal()];
    const breaker = new DatabaseSync(records.file);
    breaker.exec(`CREATE TRIGGER full BEFORE INSERT ON assessment_row WHEN new.period = '2024'
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    breaker.close();
    const given = document(
      [assessment('2022', 5), assessment('2023', 5), assessment('2024', 5)],
      'b.txt',
      'bb',
    );
    expect(() => records.saveImport(given, 'ada')).toThrow('no room');
    expect([records.assessments('northfield'), records.journal()]).toEqual(before);
    expect(records.assessment('northfield', '2022')).toEqual(assessment('2022', 3));
  });

  test('brings findings, which go when every period that they came with has a newer document', () => {
    const records = northfieldRecords();
    const both = document([assessment('2022', 3), assessment('2023', 4)]);
    records.saveImport({ ...both, diagnostics: [finding('#2'), finding('#1')] }, 'ada');
    const places = () => records.findings('northfield').map(({ place }) => place);
    expect(places()).toEqual(['#2', '#1']);
    records.saveImport(
      { ...document([assessment('2023', 4)], 'b.txt', 'bb'), diagnostics: [finding('#3')] },
      'ada',
    );
    expect(places()).toEqual(['#2', '#1', '#3']);
    records.saveImport(document([assessment('2022', 3)], 'c.txt', 'cc'), 'ada');
    expect(places()).toEqual(['#3']);
  });

  test('of nothing is nothing', () => {
    const records = northfieldRecords();
    const entries = records.journal();
    expect(records.saveImport(document([]), 'ada')).toEqual([]);
    expect(records.journal()).toEqual(entries);
  });

  test('of rows out of order, of a period twice and of another organisation is our mistake', () => {
    const records = northfieldRecords();
    const one = assessment('2023', 4);
    for (const wrong of [
      [{ ...one, rows: one.rows.toReversed() }],
      [one, one],
      [{ ...one, organisation: 'southfield' }],
      [{ ...one, period: 'last year' }],
    ])
      expect(problemOf(() => records.saveImport(document(wrong), 'ada')).code).toBe('INTERNAL');
    expect(records.assessments('northfield')).toEqual([]);
  });
});

describe('what is not there', () => {
  test('is said, with what is', () => {
    const records = northfieldRecords();
    expect(problemOf(() => records.assessment('northfield', '2023')).message).toMatchInlineSnapshot(
      `"No assessment for that period: northfield. Seen: 2023. Allowed: none yet. Check the period, or import its document, or open it: headroom open northfield 2023."`,
    );
    records.saveImport(document([assessment('2022', 3)]), 'ada');
    expect(problemOf(() => records.assessment('northfield', '2023')).message).toMatchInlineSnapshot(
      `"No assessment for that period: northfield. Seen: 2023. Allowed: 2022. Check the period, or import its document, or open it: headroom open northfield 2023."`,
    );
    expect(problemOf(() => records.assessments('southfield')).message).toMatchInlineSnapshot(
      `"No such organisation in this workspace. Seen: southfield. Allowed: northfield. Check the id, or import a document for it first."`,
    );
    expect(problemOf(() => records.saveImport({ ...document([]), organisation: 'x' }, 'cli')).code).toBe(
      'UNKNOWN_ORGANISATION',
    );
  });
});
