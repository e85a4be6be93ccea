import { InvalidArgumentError } from 'commander';

/** A whole number as it was written; commander says so if it is none. */
export function wholeNumber(written: string): number {
  if (/^\d{1,6}$/.test(written)) return Number(written);
  throw new InvalidArgumentError('Give a whole number.');
}

/** A whole number from 1. */
export function positiveNumber(written: string): number {
  const value = wholeNumber(written);
  if (value > 0) return value;
  throw new InvalidArgumentError('Give a whole number from 1.');
}
