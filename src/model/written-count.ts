/** A count as it is written: "999", "15,718". */
export function writtenCount(count: number): string {
  return count.toLocaleString('en-GB');
}
