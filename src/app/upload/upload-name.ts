const longest = 120;

/**
 * The name of a file that was sent, as messages and records call it: without a folder and without characters that
 * cannot be seen, its beginning cut where it is long; `document` where nothing is left.
 */
export function uploadName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\.*$/.test(plain)) return 'document';
  return plain.length <= longest ? plain : plain.slice(-longest);
}
