import { chooseVariant } from './choose-variant.ts';
import type { Dashboard } from './dashboard.ts';
import { describeChart } from './describe/describe.ts';
import type { ChartDescription } from './description.ts';

/** A dashboard's words and figures without its picture: all that a page needs beside the SVG. */
export interface ChartText extends ChartDescription {
  readonly question: string;
  /** How to read the picture; empty if there is none. */
  readonly subtitle: string;
  /** Why there is no picture; null if there is one. The headline is then this reason. */
  readonly shortage: string | null;
}

/** The words and figures of a dashboard for these rows. Needs neither Vega nor a font. */
export function chartText(dashboard: Dashboard, rows: readonly unknown[]): ChartText {
  const described = describeChart(dashboard, rows);
  const { variant, shortage } = chooseVariant(dashboard, rows);
  const reason = described.empty ? described.headline : shortage;
  return {
    ...described,
    headline: reason ?? described.headline,
    question: dashboard.question,
    subtitle: reason === null ? (variant?.subtitle ?? '') : '',
    shortage: reason,
  };
}
