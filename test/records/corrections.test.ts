import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewDecision } from '../../src/records/corrections.ts';
import { assessment, document, northfield } from './example.ts';
import { northfieldRecords } from './workspace.ts';

const dismissed: NewDecision = {
  objective: 4,
  period: '2023',
  quote: "A '5' can only be achieved by representation",
  cause: 'joint-working',
  decision: 'dismiss',
  reason: 'We have a seat',
};
const confirmed: NewDecision = {
  ...dismissed,
  decision: 'confirm',
  level: 4,
  factor: null,
  strength: 'stated',
  reason: 'So it is',
};

test('the last decision on the same words and cause counts; other causes and words have their own', () => {
  const records = northfieldRecords();
  const other = { ...dismissed, cause: 'remit' };
  for (const each of [dismissed, other, confirmed]) records.addCorrection('northfield', each, 'ada');
  expect(records.correctionsAt('northfield', '2023')).toEqual([
    { ...other, by: 'ada', at: '2026-01-05T09:02:00.000Z' },
    { ...confirmed, by: 'ada', at: '2026-01-05T09:03:00.000Z' },
  ]);
});

test('a decision that is withdrawn is gone, the journal keeps both, and to withdraw nothing writes nothing', () => {
  const records = northfieldRecords();
  const { objective, period, quote, cause } = dismissed;
  const withdrawn: NewDecision = { objective, period, quote, cause, decision: 'withdraw', reason: '' };
  const before = records.journal().length;
  records.addCorrection('northfield', withdrawn, 'ada');
  expect(records.journal()).toHaveLength(before);
  records.addCorrection('northfield', dismissed, 'ada');
  for (let time = 0; time < 2; time += 1) records.addCorrection('northfield', withdrawn, 'bo');
  expect(records.correctionsAt('northfield', '2023')).toEqual([]);
  expect(records.journal({ limit: 2 })).toMatchObject([
    { by: 'bo', before: dismissed, after: withdrawn },
    { by: 'ada', before: null, after: dismissed },
  ]);
  expect(records.journal()).toHaveLength(before + 2);
  records.addCorrection('northfield', confirmed, 'ada');
  expect(records.correctionsAt('northfield', '2023')).toMatchObject([confirmed]);
});

test('decisions on earlier comments count, those on later ones do not', () => {
  const records = northfieldRecords();
  for (const period of ['2022', '2023', '2024'])
    records.addCorrection('northfield', { ...dismissed, period }, 'ada');
  expect(records.correctionsAt('northfield', '2023').map(({ period }) => period)).toEqual(['2022', '2023']);
});

test('a decision survives the next import', () => {
  const records = northfieldRecords();
  records.saveImport(document([assessment('2023', 4)]), 'ada');
  records.addCorrection('northfield', dismissed, 'ada');
  records.saveImport(document([assessment('2023', 5)]), 'ada');
  expect(records.correctionsAt('northfield', '2023')).toMatchObject([dismissed]);
});

test('any quote comes back as it was, and each decision is the last on its words', () => {
  const records = northfieldRecords();
  let run = 0;
  const correction = fc.record({
    quote: fc.string({ minLength: 1, unit: 'grapheme', maxLength: 4 }),
    keep: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 8 }), (made) => {
      const id = `organisation-${run++}`;
      records.writing(() => {
        records.putOrganisation({ ...northfield, id }, 'law');
        for (const { quote, keep } of made)
          records.addCorrection(id, { ...(keep ? confirmed : dismissed), quote }, 'law');
      });
      const last = new Map(made.map(({ quote, keep }) => [quote, keep ? 'confirm' : 'dismiss']));
      const found = records
        .correctionsAt(id, '2023')
        .map(({ quote, decision }) => [quote, decision] as const);
      expect(new Map(found)).toEqual(last);
      expect(found).toHaveLength(last.size);
    }),
  );
});
