/** The figures of one piece of work over several rounds, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly fastest: number;
}

/** A piece of work with its name. */
export interface Contender {
  readonly name: string;
  readonly work: () => Promise<unknown> | unknown;
}

/** How often each piece of work is done. */
export interface Rounds {
  readonly rounds: number;
  /** Rounds before these, which are not counted. */
  readonly unmeasured: number;
}

/**
 * Times pieces of work in turn, round by round, so that a machine that slows down slows all of them.
 * @returns by name
 */
export async function sideBySide(
  contenders: readonly Contender[],
  { rounds, unmeasured }: Rounds,
): Promise<ReadonlyMap<string, Times>> {
  const measured = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = -unmeasured; round < rounds; round++) {
    for (const { name, work } of contenders) {
      const begun = performance.now();
      await work();
      if (round >= 0) measured.get(name)?.push(performance.now() - begun);
    }
  }
  return new Map([...measured].map(([name, each]) => [name, timesOf(each)]));
}

function timesOf(each: readonly number[]): Times {
  const sorted = each.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, fastest: sorted[0] ?? 0 };
}
