import { unzipSync } from 'fflate';

/** One file inside a Word document, as text. */
export function wordPart(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (part === undefined) throw new Error(`there is no ${name}`);
  return new TextDecoder().decode(part);
}

/** The words of a Word document, a line for each paragraph. */
export function wordText(bytes: Uint8Array): string {
  return wordPart(bytes, 'word/document.xml')
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
