import type { Section } from '../../model/framework.ts';
import { terminal } from '../terminal/terminal.ts';
import { wrap } from './wrap.ts';

/** What stands under each section, with its name above it; sections without anything are left out. */
export function underSections<Item extends { readonly section: string }>(
  sections: readonly Section[],
  items: readonly Item[],
  width: number,
  linesOf: (items: readonly Item[]) => readonly string[],
): readonly string[] {
  return sections.flatMap(({ id, name }) => {
    const mine = items.filter(({ section }) => section === id);
    if (mine.length === 0) return [];
    return [...wrap(name, width).map(terminal.heading), ...linesOf(mine), ''];
  });
}
