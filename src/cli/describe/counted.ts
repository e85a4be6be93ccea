import { writtenCount } from '../../model/written-count.ts';

/** A number with its noun: "1 error", "2 errors". */
export function counted(count: number, noun: string): string {
  return `${writtenCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
