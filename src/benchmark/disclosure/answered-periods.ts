import type { AnswerSheet } from './answer-sheet.ts';

/** For each organisation a number, the same for those who answered in the same periods. */
export function answeredPeriods(sheet: AnswerSheet): readonly number[] {
  const numbers = new Map<string, number>();
  return Array.from({ length: sheet.many }, (_, organisation) => {
    const own = sheet.place.subarray(organisation * sheet.periods, (organisation + 1) * sheet.periods);
    const shape = Array.from(own, (place) => (place < 0 ? '-' : 'a')).join('');
    const number = numbers.get(shape) ?? numbers.size;
    numbers.set(shape, number);
    return number;
  });
}
