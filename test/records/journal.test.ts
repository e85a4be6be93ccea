import { expect, test } from 'vitest';
import { assessment, document, northfield } from './example.ts';
import { emptyFolder, opened, problemOf } from './workspace.ts';

test('the journal says who changed what when, the latest first', () => {
  const records = opened(emptyFolder());
  records.putOrganisation(northfield, 'cli');
  records.putOrganisation({ ...northfield, example: 'Example: an invented return' }, 'ada');
  records.saveImport(document([assessment('2023', 4)]), 'ada');
  records.setFactor('northfield', { factor: 'boards', state: 'yes', from: '2024', reason: 'It sits' }, 'bob');
  records.addCorrection(
    'northfield',
    {
      objective: 1,
      period: '2023',
      quote: 'can only',
      cause: 'remit',
      decision: 'dismiss',
      reason: 'Not so',
    },
    'bob',
  );
  records.markSourceSeeded('northfield', 'aa', 'start');
  records.markSourceEdited('northfield', 'bob');
  const line = ({ sequence, at, by, action, subject }: ReturnType<typeof records.journal>[number]) =>
    `${sequence} ${at} ${by} ${action} ${subject}`;
  expect(records.journal().map(line)).toMatchInlineSnapshot(`
    [
      "8 2026-01-05T09:06:00.000Z bob edit-source northfield",
      "7 2026-01-05T09:05:00.000Z start seed-source northfield",
      "6 2026-01-05T09:04:00.000Z bob correct-reading northfield/2023/1",
      "5 2026-01-05T09:03:00.000Z bob set-factor northfield/boards",
      "4 2026-01-05T09:02:00.000Z ada import-assessment northfield/2023",
      "3 2026-01-05T09:02:00.000Z ada import-document northfield",
      "2 2026-01-05T09:01:00.000Z ada put-organisation northfield",
      "1 2026-01-05T09:00:00.000Z cli put-organisation northfield",
    ]
  `);
  expect(records.journal({ limit: 2 }).map(({ sequence }) => sequence)).toEqual([8, 7]);
  expect(records.journal().map(({ before, after }) => [before, after])).toMatchObject([
    [{ edited: false }, { edited: true }],
    [null, { id: 'northfield', sha256: 'aa', edited: false }],
    [null, { decision: 'dismiss', by: 'bob', at: '2026-01-05T09:04:00.000Z' }],
    [null, { factor: 'boards', state: 'yes', from: '2024' }],
    [null, { rows: assessment('2023', 4).rows }],
    [null, [{ period: '2023', file: 'return.txt', sha256: 'aa' }]],
    [northfield, { example: 'Example: an invented return' }],
    [null, northfield],
  ]);
});

test('what is the same already is not written again', () => {
  const records = opened(emptyFolder());
  const twice = (work: () => void) => {
    work();
    const entries = records.journal().length;
    work();
    expect(records.journal()).toHaveLength(entries);
  };
  twice(() => records.putOrganisation(northfield, 'cli'));
  const setting = { factor: 'boards', state: 'no', from: '2024', reason: '' } as const;
  twice(() => records.setFactor('northfield', setting, 'cli'));
  const decision = {
    objective: 1,
    period: '2023',
    quote: 'only',
    cause: 'remit',
    decision: 'confirm',
  } as const;
  const limit = { level: 3, factor: null, strength: 'stated', reason: '' } as const;
  twice(() => records.addCorrection('northfield', { ...decision, ...limit }, 'cli'));
  twice(() => records.markSourceSeeded('northfield', 'aa', 'cli'));
  twice(() => records.markSourceEdited('northfield', 'cli'));
  expect(records.journal()).toHaveLength(5);
});

test('several changes can be one, all or nothing', () => {
  const records = opened(emptyFolder());
  expect(() =>
    records.writing(() => {
      records.putOrganisation(northfield, 'cli');
      records.setFactor('southfield', { factor: 'boards', state: 'no', from: '2024', reason: '' }, 'cli');
    }),
  ).toThrow('No such organisation');
  expect([records.organisations(), records.journal()]).toEqual([[], []]);
  records.writing(() => records.putOrganisation(northfield, 'cli'));
  expect(records.organisations()).toEqual([northfield]);
});

test('a value that could not be read back is refused before it is kept', () => {
  const records = opened(emptyFolder());
  expect(problemOf(() => records.putOrganisation({ ...northfield, id: 'North Field' }, 'cli')).code).toBe(
    'BAD_VALUE',
  );
  records.putOrganisation(northfield, 'cli');
  const setting = { factor: 'boards', state: 'yes', from: 'soon', reason: '' } as const;
  expect(problemOf(() => records.setFactor('northfield', setting, 'cli')).message).toMatchInlineSnapshot(
    `"A value is not one that is allowed: circumstance /from. Seen: "soon". It must match pattern "^\\d{4}(-\\d{2})?$"."`,
  );
  expect(problemOf(() => records.setFactor('northfield', { ...setting, from: '2024' }, '')).code).toBe(
    'BAD_VALUE',
  );
  expect(records.journal()).toHaveLength(1);
});

test('a source is known by its hash, and as edited until it is imported again', () => {
  const records = opened(emptyFolder());
  expect(records.sourceState('northfield')).toBeUndefined();
  records.markSourceEdited('northfield', 'ada');
  expect(records.sourceState('northfield')).toBeUndefined();
  records.markSourceSeeded('northfield', 'aa', 'start');
  records.markSourceEdited('northfield', 'ada');
  const at = '2026-01-05T09:01:00.000Z';
  expect(records.sourceState('northfield')).toEqual({
    id: 'northfield',
    sha256: 'aa',
    importedAt: at,
    edited: true,
  });
  records.markSourceSeeded('northfield', 'bb', 'start');
  expect(records.sourceState('northfield')).toMatchObject({ sha256: 'bb', edited: false });
});
