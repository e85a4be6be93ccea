/** The neighbours of one area, nearest first, by the codes of areas. */
export interface NeighbourList {
  readonly area: string;
  readonly neighbours: readonly string[];
}
