/** Whether two of some numbers in order have a sum. */
export function hasPair(sorted: Float64Array, sum: number): boolean {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const both = (sorted[low] ?? 0) + (sorted[high] ?? 0);
    if (both === sum) return true;
    if (both < sum) low++;
    else high--;
  }
  return false;
}
