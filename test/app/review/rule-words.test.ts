import { expect, test } from 'vitest';
import { ruleWords } from '../../../src/app/review/rule-words.ts';

test('a reading names its rules, and one that an officer added is said to be so', () => {
  expect(ruleWords({ rules: ['hours-short', 'no-time'], standing: 'read' })).toBe(
    'Rule: hours-short, no-time',
  );
  expect(ruleWords({ rules: ['officer'], standing: 'added' })).toBe('Added by an officer');
  expect(ruleWords({ rules: ['hours-short', 'officer'], standing: 'added' })).toBe(
    'Rule: hours-short; added by an officer',
  );
  expect(ruleWords({ rules: ['officer'], standing: 'confirmed' })).toBe('Kept as an officer confirmed it');
});
