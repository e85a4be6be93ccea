/** What every export says of itself. */
export interface ChartStamp {
  readonly organisation: string;
  readonly period: string;
  readonly framework: string;
  readonly packVersion: string;
  /** A sentence that says that this is an example, drawn visibly; null for an organisation's own data. */
  readonly example: string | null;
}

/** The stamp in one line of plain text, without the example. */
export function stampLine({ organisation, period, framework, packVersion }: ChartStamp): string {
  return `${organisation}, ${period}. Framework: ${framework}. Rules: version ${packVersion}.`;
}
