import { InvalidArgumentError } from 'commander';

/** A whole number as it was written; commander says so if it is none. */
export function wholeNumber(written: string): number {
  if (/^\d{1,6}$/.test(written)) return Number(written);
  throw new InvalidArgumentError('Give a whole number.');
}
