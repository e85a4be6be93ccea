/** The values of a row that nothing asks for yet. */
const free = -1;

/**
 * Rows of values such that every way to choose values of any `strength` factors stands in at least one row, by the
 * in-parameter-order method (Lei and others, 2007): factor by factor, with the value that covers most in each row,
 * then rows for what is left. The same sizes give the same rows. It is far from the fewest rows, and quick: a kept
 * library (covertable 2.5) needs seconds for two dozen factors of up to eleven values, where this needs milliseconds.
 * @param sizes how many values each factor has, at least one; values are numbered from 0
 * @param strength from 1; with that many factors or fewer, every combination is a row
 * @returns rows with a value for each factor, in the order of `sizes`; one empty row without factors
 * @throws RangeError for a size or a strength that is not a whole number from 1
 */
export function coveringArray(sizes: readonly number[], strength: number): readonly (readonly number[])[] {
  if (![strength, ...sizes].every((each) => Number.isInteger(each) && each >= 1))
    throw new RangeError(`sizes and strength must be whole numbers from 1, not ${sizes} and ${strength}`);
  // The factors with most values first: their combinations are needed in any case.
  const order = [...sizes.keys()].sort((a, b) => sizeOf(sizes, b) - sizeOf(sizes, a) || a - b);
  const sorted = order.map((factor) => sizeOf(sizes, factor));
  const rows = everyRow(sorted.slice(0, strength));
  for (let factor = strength; factor < sorted.length; factor += 1) addFactor(rows, sorted, factor, strength);
  const places = sizes.map((_, factor) => order.indexOf(factor));
  return rows.map((row, index) =>
    places.map((place, factor) => {
      const value = row[place] ?? free;
      return value === free ? index % sizeOf(sizes, factor) : value;
    }),
  );
}

/** Every row that has a value for each factor, the last factor changing first. */
function everyRow(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (rows, size) => rows.flatMap((row) => Array.from({ length: size }, (_, value) => [...row, value])),
    [[]],
  );
}

/** Every choice of so many of the numbers from 0 up to `count`, each in order. */
export function choices(count: number, many: number): readonly (readonly number[])[] {
  if (many === 0) return [[]];
  return Array.from({ length: count }).flatMap((_, last) =>
    choices(last, many - 1).map((choice) => [...choice, last]),
  );
}

function sizeOf(sizes: readonly number[], factor: number): number {
  return sizes[factor] ?? 1;
}

/** Gives each row a value of one factor more, and adds the rows that are still needed. */
function addFactor(rows: number[][], sizes: readonly number[], factor: number, strength: number): void {
  const size = sizeOf(sizes, factor);
  const groups = choices(factor, strength - 1).map((members) => {
    const combinations = members.reduce((product, member) => product * sizeOf(sizes, member), 1);
    return { members, covered: new Uint8Array(combinations * size) };
  });
  type Group = (typeof groups)[number];
  const placeIn = ({ members }: Group, row: readonly number[]): number => {
    let place = 0;
    for (const member of members) {
      const value = row[member] ?? free;
      if (value === free) return free;
      place = place * sizeOf(sizes, member) + value;
    }
    return place * size;
  };

  for (const [index, row] of rows.entries()) {
    const gains = new Array<number>(size).fill(0);
    const placed = groups.map((group) => ({ group, place: placeIn(group, row) }));
    for (const { group, place } of placed) {
      if (place === free) continue;
      for (let value = 0; value < size; value += 1)
        if (group.covered[place + value] === 0) gains[value] = (gains[value] ?? 0) + 1;
    }
    // Among equals, another one in each row, so that no value is left to the end.
    let best = index % size;
    for (let step = 1; step < size; step += 1) {
      const value = (index + step) % size;
      if ((gains[value] ?? 0) > (gains[best] ?? 0)) best = value;
    }
    row.push(best);
    for (const { group, place } of placed) if (place !== free) group.covered[place + best] = 1;
  }

  const open = rows.filter((row) => row.includes(free));
  for (const group of groups) {
    for (const [place, covered] of group.covered.entries()) {
      if (covered === 1) continue;
      const value = place % size;
      let rest = (place - value) / size;
      const wanted = group.members.toReversed().map((member) => {
        const memberValue = rest % sizeOf(sizes, member);
        rest = (rest - memberValue) / sizeOf(sizes, member);
        return [member, memberValue] as const;
      });
      wanted.push([factor, value]);
      let row = open.find((each) => wanted.every(([at, needed]) => each[at] === free || each[at] === needed));
      if (row === undefined) {
        row = new Array<number>(factor + 1).fill(free);
        rows.push(row);
        open.push(row);
      }
      for (const [at, needed] of wanted) row[at] = needed;
    }
  }
}
