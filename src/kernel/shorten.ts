/** A text for a message: one of more than 80 characters is cut there, and ends in three dots. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
