/** The parts of two texts around the place where they begin to differ. */
export interface ChangedParts {
  readonly before: string;
  readonly after: string;
}

/**
 * The parts of two texts around the place where they begin to differ, each at most 160 characters, with "..." where
 * more stands before or after; lines are joined by " / ".
 * @returns null where the texts are the same; "nothing" for an empty text
 */
export function changedParts(before: string, after: string): ChangedParts | null {
  if (before === after) return null;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, before.lastIndexOf(' ', same - 20) + 1);
  const part = (text: string) => {
    if (text === '') return 'nothing';
    const shown = text.slice(from, from + 160).replaceAll('\n', ' / ');
    return `${from > 0 ? '... ' : ''}${shown}${from + 160 < text.length ? ' ...' : ''}`;
  };
  return { before: part(before), after: part(after) };
}
