import type { ReviewedReading } from './review-report.ts';

/** Where a reading is from: the rules that read it, and what an officer did; without a full stop. */
export function ruleWords({ rules, standing }: Pick<ReviewedReading, 'rules' | 'standing'>): string {
  const read = rules.filter((rule) => rule !== 'officer');
  const officer = standing === 'added' ? 'added by an officer' : 'kept as an officer confirmed it';
  const parts = [
    ...(read.length === 0 ? [] : [`rule: ${read.join(', ')}`]),
    ...(read.length === rules.length ? [] : [officer]),
  ];
  const text = parts.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
