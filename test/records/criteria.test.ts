import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { NewAnswer } from '../../src/records/answers.ts';
import type { NewEvidence } from '../../src/records/evidence.ts';
import { first } from '../../src/records/migrations/0001-first.ts';
import { recordsFile } from '../../src/records/records-file.ts';
import { assessment, document, northfield } from './example.ts';
import { emptyFolder, northfieldRecords, opened, problemOf } from './workspace.ts';

const wording = { framework: 'ladder', objective: 1, level: 2, lines: ['It is planned.', 'It is done.'] };
const answer: NewAnswer = { period: '2023', objective: 1, level: 2, text: 'It is planned.', answer: 'met' };
const plan: NewEvidence = {
  period: '2023',
  objective: 1,
  title: 'The plan',
  kind: 'document',
  target: 'Cabinet 4, plan.docx',
  owner: 'Ada',
  date: '2023-05-01',
};

describe('pasted wording', () => {
  test('is kept by framework, objective and level, with who and when; the same again writes nothing', () => {
    const records = northfieldRecords();
    records.putWording({ ...wording, level: 4, lines: ['Later.'] }, 'ada');
    records.putWording(wording, 'ada');
    const kept = { ...wording, by: 'ada', at: '2026-01-05T09:02:00.000Z' };
    expect(records.wording('ladder', 1)).toMatchObject([kept, { level: 4, lines: ['Later.'] }]);
    expect(records.wording('ladder', 2)).toEqual([]);
    expect(records.wording('other', 1)).toEqual([]);
    const [entry] = records.journal();
    expect(entry).toMatchObject({
      action: 'paste-wording',
      subject: 'ladder/1/2',
      before: null,
      after: kept,
      by: 'ada',
    });
    records.putWording(wording, 'ben');
    expect(records.wording('ladder', 1)[0]).toEqual(kept);
    expect(records.journal()[0]).toEqual(entry);
  });

  test('without a line is taken away, and the journal says what it was', () => {
    const records = northfieldRecords();
    records.putWording({ ...wording, lines: [] }, 'ada');
    expect(records.journal()[0]?.action).toBe('put-organisation');
    records.putWording(wording, 'ada');
    records.putWording({ ...wording, lines: [] }, 'ben');
    expect(records.wording('ladder', 1)).toEqual([]);
    expect(records.journal()[0]).toMatchObject({ before: wording, after: null, by: 'ben' });
  });
});

describe('an answer', () => {
  test('belongs to the words of a level in one period; the last one counts, and each change is in the journal', () => {
    const records = northfieldRecords();
    records.putAnswer('northfield', answer, 'ada');
    records.putAnswer('northfield', { ...answer, period: '2024' }, 'ada');
    records.putAnswer('northfield', { ...answer, answer: 'not-met' }, 'ben');
    expect(records.answers('northfield', '2023', 1)).toMatchObject([{ answer: 'not-met', by: 'ben' }]);
    expect(records.journal()[0]).toMatchObject({
      action: 'answer-statement',
      subject: 'northfield/2023/1',
      before: { answer: 'met', by: 'ada' },
      after: { answer: 'not-met', by: 'ben' },
    });
  });

  test('that says nothing new writes nothing; taking one back is kept', () => {
    const records = northfieldRecords();
    records.putAnswer('northfield', { ...answer, answer: 'not-evidenced' }, 'ada');
    expect(records.answers('northfield', '2023', 1)).toEqual([]);
    records.putAnswer('northfield', answer, 'ada');
    records.putAnswer('northfield', answer, 'ben');
    expect(records.journal()).toHaveLength(2);
    records.putAnswer('northfield', { ...answer, answer: 'not-evidenced' }, 'ben');
    expect(records.answers('northfield', '2023', 1)).toMatchObject([{ answer: 'not-evidenced', by: 'ben' }]);
  });

  test('of no organisation, or in another form, is refused', () => {
    const records = northfieldRecords();
    expect(problemOf(() => records.putAnswer('nowhere', answer, 'ada')).code).toBe('UNKNOWN_ORGANISATION');
    expect(problemOf(() => records.putAnswer('northfield', { ...answer, text: '' }, 'ada')).code).toBe(
      'BAD_VALUE',
    );
    expect(problemOf(() => records.answers('nowhere', '2023', 1)).code).toBe('UNKNOWN_ORGANISATION');
  });
});

describe('evidence', () => {
  test('is listed for its row in order; the same again is the same', () => {
    const records = northfieldRecords();
    expect(records.addEvidence('northfield', plan, 'ada')).toBe(1);
    const link = { ...plan, title: 'The page', kind: 'link' as const, target: 'https://example.org/' };
    expect(records.addEvidence('northfield', link, 'ada')).toBe(2);
    expect(records.addEvidence('northfield', plan, 'ben')).toBe(1);
    expect(records.evidence('northfield', '2023', 1)).toEqual([
      { ...plan, id: 1, by: 'ada', at: '2026-01-05T09:01:00.000Z' },
      { ...link, id: 2, by: 'ada', at: '2026-01-05T09:02:00.000Z' },
    ]);
    expect(records.evidence('northfield', '2022', 1)).toEqual([]);
    expect(records.evidence('northfield', '2023', 2)).toEqual([]);
  });

  test('is removed by its number from its own row only, with an entry, and no number is used again', () => {
    const records = northfieldRecords();
    const id = records.addEvidence('northfield', plan, 'ada');
    expect(records.removeEvidence('northfield', { period: '2022', objective: 1, id }, 'ben')).toBe(false);
    expect(records.removeEvidence('northfield', { period: '2023', objective: 1, id }, 'ben')).toBe(true);
    expect(records.removeEvidence('northfield', { period: '2023', objective: 1, id }, 'ben')).toBe(false);
    expect(records.journal()[0]).toMatchObject({
      action: 'remove-evidence',
      subject: 'northfield/2023/1',
      before: { ...plan, id, by: 'ada' },
      after: null,
    });
    expect(records.addEvidence('northfield', plan, 'ada')).toBe(id + 1);
  });

  test('with a day, title or address in another form is refused', () => {
    const records = northfieldRecords();
    for (const change of [{ date: '1 May' }, { title: '' }, { target: 'x'.repeat(1001) }])
      expect(problemOf(() => records.addEvidence('northfield', { ...plan, ...change }, 'ada')).code).toBe(
        'BAD_VALUE',
      );
  });
});

test('answers and evidence survive the next import of their row', () => {
  const records = northfieldRecords();
  records.saveImport(document([assessment('2023', 3)]), 'ada');
  records.putAnswer('northfield', answer, 'ada');
  records.addEvidence('northfield', plan, 'ada');
  records.saveImport(document([assessment('2023', 5)]), 'ada');
  expect(records.answers('northfield', '2023', 1)).toMatchObject([answer]);
  expect(records.evidence('northfield', '2023', 1)).toMatchObject([plan]);
});

test('a workspace of version 1 keeps what it has, and takes wording, answers and evidence', () => {
  const folder = emptyFolder();
  const file = join(folder, recordsFile);
  const old = new DatabaseSync(file);
  old.exec(`PRAGMA application_id = ${0x48454144}; PRAGMA page_size = 4096`);
  old.exec(first);
  old.exec("INSERT INTO organisation VALUES ('northfield', 'Northfield', 'ladder', NULL)");
  old.exec('PRAGMA user_version = 1');
  old.close();
  const records = opened(folder);
  expect(records.organisations()).toEqual([northfield]);
  records.putWording(wording, 'ada');
  records.putAnswer('northfield', answer, 'ada');
  expect(records.addEvidence('northfield', plan, 'ada')).toBe(1);
  expect(records.wording('ladder', 1)).toMatchObject([wording]);
});
