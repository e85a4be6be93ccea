import { dayWords } from '../../model/day-words.ts';
import { type Block, plainWords, type Words } from '../../model/written-document.ts';

const mostOpen = 5;

/** Words that stand out. */
export function strong(text: string): Words[number] {
  return { text, strong: true };
}

/** A heading; its id is the place that others lead to. */
export function heading(level: 2 | 3, text: string, id: string): Block {
  return { kind: 'heading', level, text, id };
}

/** A paragraph that opens with what it is about, where that is not empty. */
export function paragraph(about: string, ...words: Words): Block {
  if (about === '') return { kind: 'paragraph', words };
  return {
    kind: 'paragraph',
    words: words.length === 0 ? [strong(about)] : [strong(`${about} `), ...words],
  };
}

/** A list of plain items; nothing where there are none. */
export function plainList(items: readonly Words[]): readonly Block[] {
  const listed = items.filter((words) => plainWords(words) !== '').map((words) => ({ words, items: [] }));
  return listed.length === 0 ? [] : [{ kind: 'list', items: listed }];
}

/** A list under a title; folded where it is long. */
export function titledList(title: string, items: readonly Words[]): readonly Block[] {
  if (items.length <= mostOpen) return [paragraph(`${title}:`), ...plainList(items)];
  return [{ kind: 'fold', summary: title, items: items.map((words) => ({ words, items: [] })) }];
}

/** Parts one after the other; "None." where there are none. */
export function joined(parts: Words, between = ' '): Words {
  return parts.length === 0
    ? ['None.']
    : parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}

/** A sentence with its full stop. */
export function ended(text: string): string {
  return /[.!?…]["'”’)]*$/.test(text) ? text : `${text}.`;
}

/** When something last changed (null where that is not recorded), and where it stands. */
export function placeParagraph(day: string | null, place: string): Block {
  return paragraph(
    'Last changed:',
    `${day === null ? 'not recorded' : dayWords(day)}. `,
    strong('In the files: '),
    `${place}.`,
  );
}
