/** The name of a set of phrases or of a signal as a reader sees it: its id with spaces. */
export function plainName(id: string): string {
  return id.replaceAll('-', ' ');
}
