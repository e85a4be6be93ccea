import type { Framework } from './framework.ts';

/**
 * Which objectives of a framework are the same as one of an earlier framework, as `continues` marks them: the number
 * there by the number here, through frameworks between the two where there are any. One that two objectives continue
 * was split and is neither of them. Empty where the ladders differ, since a level there is then no level here.
 * @param known a framework by its id; null for one that is not there
 */
export function continuedObjectives(
  framework: Framework,
  earlier: Framework,
  known: (id: string) => Framework | null,
): ReadonlyMap<number, number> {
  if (!sameLadder(framework, earlier)) return new Map();
  const followed = framework.objectives.flatMap(({ number }) => {
    const before = follow(framework, number, earlier.id, known);
    return before === null ? [] : [[number, before] as const];
  });
  const claims = Map.groupBy(followed, ([, before]) => before);
  const there = new Set(earlier.objectives.map(({ number }) => number));
  return new Map(followed.filter(([, before]) => there.has(before) && claims.get(before)?.length === 1));
}

/** Whether two frameworks have the same level numbers. */
export function sameLadder(one: Framework, other: Framework): boolean {
  const ladder = ({ levels }: Framework) => levels.map(({ level }) => level).sort((a, b) => a - b);
  return ladder(one).join() === ladder(other).join();
}

function follow(
  from: Framework,
  number: number,
  target: string,
  known: (id: string) => Framework | null,
): number | null {
  const passed = new Set<string>();
  let here: Framework | null = from;
  let objective = number;
  while (here !== null && !passed.has(here.id)) {
    passed.add(here.id);
    const link = here.objectives.find((each) => each.number === objective)?.continues;
    if (link === undefined) return null;
    if (link.framework === target) return link.objective;
    here = known(link.framework);
    objective = link.objective;
  }
  return null;
}
