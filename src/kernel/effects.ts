/** What Headroom asks of the world beside files; the default is the real one, tests pass a fixed one. */
export interface Effects {
  /** The present moment. */
  readonly now: () => Date;
  /** One line for the person who runs the program; never on stdout. */
  readonly log: (line: string) => void;
}

/** The real clock and stderr. */
export const realEffects: Effects = {
  now: () => new Date(),
  log: (line) => process.stderr.write(`${line}\n`),
};
