/** An organisation as a published list has it; null or an empty list where the list says nothing. */
export interface RegisteredOrganisation {
  /** The code that stays with it. */
  readonly organisation: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly slug: string | null;
  /** The code of its area, which changes with its borders. */
  readonly areaCode: string | null;
  /** Codes that the same area had before. */
  readonly formerAreaCodes: readonly string[];
  readonly alternativeNames: readonly string[];
  /** The name of its type; its code where the list has no name. */
  readonly type: string | null;
  readonly region: string | null;
  readonly nation: string | null;
  /** A day, as YYYY-MM-DD. */
  readonly started: string | null;
  readonly ended: string | null;
  /** The codes of those that took its place, as far as the list has them. */
  readonly successors: readonly string[];
}
