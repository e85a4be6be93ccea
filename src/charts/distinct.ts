/** The different values, in order of first appearance. */
export function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
