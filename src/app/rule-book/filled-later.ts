const names: Readonly<Record<string, string>> = {
  achieved: 'level achieved',
  next: 'next level',
  ceiling: 'ceiling',
  reasons: 'reasons for the ceiling',
  quote: 'words of the comment',
};

/** A sentence with gaps, each shown as what will be filled in, in square brackets. */
export function filledLater(sentence: string): string {
  return sentence.replace(/\{([a-z]+)\}/g, (_, name: string) => `[${names[name] ?? name}]`);
}
