import { type InventedOrganisation, plain } from './draw-organisations.ts';

/** How many neighbours each organisation has, where there are so many. */
export const neighboursEach = 20;

/** As far apart as organisations of different types are beside where they lie. */
const apart = 1500;

/**
 * The nearest of each organisation, the nearest first, as places in the list: by where they lie, and those of another
 * type further off. Of two equally near, the one earlier in the list comes first.
 */
export function nearest(organisations: readonly InventedOrganisation[]): readonly (readonly number[])[] {
  const cells = Math.max(1, Math.floor(Math.sqrt(organisations.length / 8)));
  const side = plain / cells;
  const cellOf = ({ x, y }: InventedOrganisation) => [Math.floor(x / side), Math.floor(y / side)] as const;
  const members = Array.from({ length: cells * cells }, (): number[] => []);
  for (const [index, organisation] of organisations.entries()) {
    const [column, row] = cellOf(organisation);
    members[row * cells + column]?.push(index);
  }
  return organisations.map((organisation, own) => {
    const [column, row] = cellOf(organisation);
    const found: { readonly index: number; readonly far: number }[] = [];
    for (let ring = 0; ring <= cells; ring += 1) {
      for (const cell of ringOf(column, row, ring, cells))
        for (const index of members[cell] ?? []) {
          const other = organisations[index];
          if (index === own || other === undefined) continue;
          const type = other.type === organisation.type ? 0 : apart ** 2;
          found.push({
            index,
            far: (other.x - organisation.x) ** 2 + (other.y - organisation.y) ** 2 + type,
          });
        }
      // What lies in a later ring is at least this far.
      const reach = (ring * side) ** 2;
      if (found.filter(({ far }) => far <= reach).length >= neighboursEach) break;
    }
    return found
      .sort((a, b) => a.far - b.far || a.index - b.index)
      .slice(0, neighboursEach)
      .map(({ index }) => index);
  });
}

function ringOf(column: number, row: number, ring: number, cells: number): readonly number[] {
  const found: number[] = [];
  for (let y = Math.max(0, row - ring); y <= Math.min(cells - 1, row + ring); y += 1)
    for (let x = Math.max(0, column - ring); x <= Math.min(cells - 1, column + ring); x += 1)
      if (Math.max(Math.abs(x - column), Math.abs(y - row)) === ring) found.push(y * cells + x);
  return found;
}
