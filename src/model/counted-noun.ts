import { writtenCount } from './written-count.ts';

/** "1 objective", "2 objectives"; `many` where the plural is another. */
export function countedNoun(count: number, one: string, many = `${one}s`): string {
  return `${writtenCount(count)} ${count === 1 ? one : many}`;
}
