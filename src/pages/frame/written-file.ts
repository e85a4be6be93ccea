import type { WrittenDocument } from '../../model/written-document.ts';
import { stylesheet } from './stylesheet.ts';
import { renderTemplate } from './template.ts';

/** A document as one HTML file that needs no server and no connection. */
export function writtenFile(document: WrittenDocument): string {
  return renderTemplate('written-file.njk', { document, styles: stylesheet().text });
}
