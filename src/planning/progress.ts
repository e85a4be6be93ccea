/** Where one objective began, is, is meant to go and could go. Scores count as figures: 2/3 is 2.5. */
export interface ProgressRow {
  readonly objective: number;
  readonly start: number;
  /** Null where it is not scored now: nothing of its way counts as gone. */
  readonly now: number | null;
  /** Null without a target. */
  readonly target: number | null;
  /** The highest level that could be reached, as it was known at the start. */
  readonly ceiling: number;
}

/** How much of a way is gone, over several objectives. */
export interface Way {
  /** Levels gone and levels to go in all; half levels occur. */
  readonly gone: number;
  readonly whole: number;
  /** 100 × gone / whole, rounded down, so that 100 means all of it; null where there is no way to go. */
  readonly percent: number | null;
}

/** How far a plan has come. */
export interface Progress {
  readonly toTarget: Way;
  readonly ofHeadroom: Way;
  /** Objectives whose target is above the start, and those of them that have reached it. */
  readonly planned: readonly number[];
  readonly reached: readonly number[];
  /** Objectives, with or without a target, that are below where they began. */
  readonly fallen: readonly number[];
}

/**
 * Progress from start to target, and through the headroom, each objective by itself:
 *
 * - its way to target is target − start, of which min(max(now − start, 0), target − start) is gone;
 * - its headroom is ceiling − start, of which min(max(now − start, 0), ceiling − start) is used.
 *
 * Both are added up over the objectives where they are above 0. What goes beyond a target, or above a ceiling, counts
 * no further, so it never makes up for a shortfall elsewhere; a fall takes nothing from others and is listed.
 * All lists are in order of number. Without rows both ways are empty.
 */
export function progress(rows: readonly ProgressRow[]): Progress {
  const sorted = rows.toSorted((a, b) => a.objective - b.objective);
  const planned = sorted.filter(({ start, target }) => (target ?? start) > start);
  const numbers = (some: readonly ProgressRow[]) => some.map(({ objective }) => objective);
  return {
    toTarget: way(sorted, ({ start, target }) => target ?? start),
    ofHeadroom: way(sorted, ({ ceiling }) => ceiling),
    planned: numbers(planned),
    reached: numbers(planned.filter(({ now, target }) => now !== null && target !== null && now >= target)),
    fallen: numbers(sorted.filter(({ start, now }) => now !== null && now < start)),
  };
}

function way(rows: readonly ProgressRow[], endOf: (row: ProgressRow) => number): Way {
  let [gone, whole] = [0, 0];
  for (const row of rows) {
    const length = Math.max(0, endOf(row) - row.start);
    whole += length;
    gone += Math.min(length, Math.max(0, (row.now ?? row.start) - row.start));
  }
  return { gone, whole, percent: whole === 0 ? null : Math.floor((100 * gone) / whole) };
}
