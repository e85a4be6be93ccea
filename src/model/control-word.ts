/** Where it lies to lift a limit, in a word. */
export const controlWord: Readonly<Record<'external' | 'internal' | 'mixed', string>> = {
  external: 'outside',
  internal: 'inside',
  mixed: 'both',
};
