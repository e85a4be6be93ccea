import { type PhraseStep, setsIn } from '../model/phrase.ts';

type Sets = ReadonlyMap<string, readonly (readonly PhraseStep[])[]>;

/** The most sets that may stand inside each other. */
export const deepestSet = 32;

/** How much a set stands for. */
export interface SetSize {
  /** Words, gaps and alternatives, those of inner sets each time that they are named. */
  readonly steps: number;
  /** Sets inside each other; 1 for a set that names no other. */
  readonly deep: number;
}

/** The size of each set that names no ring, in an order in which inner sets come first; and the sets in rings. */
export function measureSets(sets: Sets): {
  readonly sizes: ReadonlyMap<string, SetSize>;
  readonly rings: readonly string[];
} {
  const inner = new Map([...sets].map(([set, phrases]) => [set, known(sets, phrases.flatMap(setsIn))]));
  const outer = turned(inner);
  const order = peeled(inner, outer);
  const sizes = new Map<string, SetSize>();
  for (const set of order) {
    const within = [...(inner.get(set) ?? [])].map((name) => sizes.get(name)?.deep ?? 0);
    const phrases = sets.get(set) ?? [];
    sizes.set(set, {
      steps: phrases.reduce((sum, steps) => sum + stepsIn(steps, sizes), 0),
      deep: 1 + Math.max(0, ...within),
    });
  }
  const left = new Map([...inner].filter(([set]) => !sizes.has(set)));
  const beyond = new Set(peeled(turned(left), left));
  return { sizes, rings: [...left.keys()].filter((set) => !beyond.has(set)) };
}

function stepsIn(steps: readonly PhraseStep[], sizes: ReadonlyMap<string, SetSize>): number {
  return steps.reduce((sum, step) => {
    if (step.kind === 'set') return sum + (sizes.get(step.name)?.steps ?? 1);
    if (step.kind === 'gap') return sum + step.most;
    if (step.kind !== 'choice') return sum + 1;
    return sum + step.options.reduce((inside, option) => inside + stepsIn(option, sizes), 0);
  }, 0);
}

function known(sets: Sets, names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => sets.has(name)));
}

function turned(graph: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const back = new Map([...graph.keys()].map((set) => [set, new Set<string>()]));
  for (const [set, names] of graph) for (const name of names) back.get(name)?.add(set);
  return back;
}

/** The sets from which no ring is reached, those that reach least first. */
function peeled(
  inner: ReadonlyMap<string, ReadonlySet<string>>,
  outer: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const waits = new Map(
    [...inner].map(([set, names]) => [set, [...names].filter((name) => inner.has(name)).length]),
  );
  const order = [...waits].filter(([, count]) => count === 0).map(([set]) => set);
  for (const set of order) {
    for (const name of outer.get(set) ?? []) {
      const count = (waits.get(name) ?? 0) - 1;
      waits.set(name, count);
      if (count === 0) order.push(name);
    }
  }
  return order;
}
