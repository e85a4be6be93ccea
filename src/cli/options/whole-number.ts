import { InvalidArgumentError } from 'commander';

/** A whole number as it was written; commander says so if it is none. */
export function wholeNumber(written: string): number {
  if (/^\d{1,6}$/.test(written)) return Number(written);
  throw new InvalidArgumentError('Give a whole number.');
}

/** Takes a whole number from 1 up to `most`. */
export function countUpTo(most: number): (written: string) => number {
  return (written) => {
    if (/^\d{1,9}$/.test(written) && Number(written) >= 1 && Number(written) <= most) return Number(written);
    throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };
}
