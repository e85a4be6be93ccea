/** Whose appendix, of which period. */
export interface AppendixRequest {
  readonly organisation: string;
  /** The period of the scores; the latest closed one unless said. */
  readonly period?: string | undefined;
  /** Whether targets for the period after stand in it; unless said, where the return is closed. */
  readonly targets?: boolean | undefined;
}
