import type { Level } from '../../model/framework.ts';

/** What a document of ours says of itself, for the program that reads it again. */
export interface ExportStamp {
  readonly kind: 'appendix' | 'template' | 'plan' | 'advice' | 'benchmark';
  /** An id; null for a form that is nobody's yet. */
  readonly organisation: string | null;
  readonly framework: string;
  /** Oldest first. */
  readonly periods: readonly string[];
  /** Those of the periods that are not closed; none unless said. */
  readonly open?: readonly string[];
  /** Of Headroom. */
  readonly version: string;
}

/** A line of what a document says of itself: what, and its value. */
export type AboutRow = readonly [what: string, value: string];

/** What stands in a row for one period: the score as it is written, and comment and action. */
export interface AppendixScore {
  readonly score: string;
  readonly text: string;
}

/** An objective with a cell for each period. */
export interface AppendixObjective {
  readonly number: number;
  readonly name: string;
  readonly description: string;
  /** One for each period of the document. */
  readonly scores: readonly AppendixScore[];
  /** For the next period; null where there is none. */
  readonly target: { readonly level: string; readonly reason: string } | null;
}

/** A section with the text of its levels, lowest first; a level without text is absent. */
export interface AppendixSection {
  readonly name: string;
  readonly principles: readonly { readonly level: number; readonly text: string }[];
  readonly objectives: readonly AppendixObjective[];
}

/** An appendix as it can be written in any format. */
export interface WrittenAppendix {
  readonly stamp: ExportStamp;
  readonly title: string;
  /** The day on which it was made, as `2026-01-02`. */
  readonly made: string;
  /** Sentences before the first section. */
  readonly opening: readonly string[];
  /** Oldest first; null for a form without a year. */
  readonly periods: readonly (string | null)[];
  /** The period that targets are for; null for a document without targets. */
  readonly targetPeriod: string | null;
  /** Lowest first. */
  readonly levels: readonly Level[];
  readonly sections: readonly AppendixSection[];
  readonly about: readonly AboutRow[];
  readonly definitions: readonly { readonly term: string; readonly text: string }[];
}

/** The stamp as a document's properties carry it: `headroom:document=appendix;organisation=…`. */
export function stampDescription({
  kind,
  organisation,
  framework,
  periods,
  open = [],
  version,
}: ExportStamp): string {
  const parts = [
    `document=${kind}`,
    ...(organisation === null ? [] : [`organisation=${organisation}`]),
    `framework=${framework}`,
    ...(periods.length === 0 ? [] : [`period=${periods.join(',')}`]),
    ...(open.length === 0 ? [] : [`open=${open.join(',')}`]),
    `version=${version}`,
  ];
  return `headroom:${parts.join(';')}`;
}

/** The stamp as lines for people, under names that are read again. */
export function stampRows({
  kind,
  organisation,
  framework,
  periods,
  open = [],
  version,
}: ExportStamp): readonly AboutRow[] {
  return [
    ['Document', kind],
    ...(organisation === null ? [] : [['Organisation id', organisation] as const]),
    ['Framework id', framework],
    ...(periods.length === 0 ? [] : [['Periods', periods.join(', ')] as const]),
    ...(open.length === 0 ? [] : [['Still open', open.join(', ')] as const]),
    ['Made with', `Headroom ${version}`],
  ];
}
