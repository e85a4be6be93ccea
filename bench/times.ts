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

/**
 * Times pieces of work in turn, round by round, so that a machine that slows down slows all of them; the first rounds
 * are not counted.
 */
export async function sideBySide(
  contenders: readonly Contender[],
  { rounds, unmeasured }: { readonly rounds: number; readonly unmeasured: number },
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

/** One line for a piece of work, with its ratio to another where there is one. */
export function line(
  name: string,
  times: Times | undefined,
  against?: { readonly name: string; readonly times: Times | undefined; readonly aim?: string },
): string {
  if (times === undefined) return `  ${name}: not measured`;
  const figures = `  ${name.padEnd(44)} ${times.median.toFixed(1).padStart(8)} ms (fastest ${times.fastest.toFixed(1)})`;
  if (against?.times === undefined) return figures;
  const ratio = times.median / against.times.median;
  return `${figures}  ${ratio.toFixed(2)} × ${against.name}${against.aim === undefined ? '' : ` (aim: ${against.aim})`}`;
}
