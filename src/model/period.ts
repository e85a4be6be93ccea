/** A period's form: a year ("2023") or a year that runs over two ("2023/24", written "2023-24"). */
export const periodPattern = '^\\d{4}(-\\d{2})?$';

/** The years that a period can begin in: before and after each there is another. */
const [first, last] = [1900, 2199];

/** Whether text is a period, from 1900 to 2199; one that runs over two years ends in the year after its first. */
export function isPeriod(text: string): boolean {
  const end = text.slice(5);
  const year = Number(text.slice(0, 4));
  return (
    new RegExp(periodPattern).test(text) &&
    year >= first &&
    year <= last &&
    (end === '' || Number(end) === (year + 1) % 100)
  );
}

/** The period after one: 2023 → 2024, 2023-24 → 2024-25. */
export function nextPeriod(period: string): string {
  const year = Number(period.slice(0, 4)) + 1;
  return period.length === 4 ? String(year) : `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** Order of periods: by their first year. Negative, zero or positive, as a sort wants it. */
export function comparePeriods(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether one period follows another with none between; not where either is not there. */
export function followsOn(period: string | undefined, before: string | undefined): boolean {
  return period !== undefined && before !== undefined && nextPeriod(before) === period;
}
