import type { WithheldBecause } from './release.ts';

/** What was decided of a figure of a confidential panel. */
export type Verdict = 'given' | Exclude<WithheldBecause, 'nobody-else'>;

/** Every verdict; its place here is its number where it is kept. */
export const verdictKinds: readonly Verdict[] = ['given', 'few-others', 'close-to-another', 'singles-out'];

/** The places of given figures among all, each with the number that it had when it was looked at. */
export function verdictNumbers(verdicts: readonly Verdict[]): readonly (readonly [number, number])[] {
  const numbers: (readonly [number, number])[] = [];
  let looked = 0;
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict === 'given' || verdict === 'singles-out') looked++;
    if (verdict === 'given') numbers.push([index, looked]);
  }
  return numbers;
}
