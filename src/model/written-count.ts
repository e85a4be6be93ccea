/** A count as it is written: "999", "15,718". */
export function writtenCount(count: number): string {
  return count < 1000 ? String(count) : count.toLocaleString('en-GB');
}
