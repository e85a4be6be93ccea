import type { WrittenDocument } from '../model/written-document.ts';
import type { PageContext } from './frame/page-context.ts';
import { bareFrame, pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/**
 * The page of a rule book, among the pages of an organisation or by itself.
 * @param word the address of the same as a Word document
 */
export function ruleBookPage(context: PageContext | null, document: WrittenDocument, word: string): string {
  const name = 'Rule book';
  const frame = context === null ? bareFrame(name) : pageFrame(context, 'about', name);
  return renderTemplate('rule-book.njk', { frame, document, word });
}
