import { canonicalJson } from '../kernel/canonical.ts';
import { datasetFields } from './catalogue.ts';
import { chartText } from './chart-text.ts';
import type { Dashboard } from './dashboard.ts';
import type { ChartStamp } from './stamp.ts';

/**
 * A dashboard's rows as JSON, with the stamp, the headline and the meaning of every field; keys are sorted.
 * @throws Problem INTERNAL for rows of another form
 */
export function chartJson(dashboard: Dashboard, rows: readonly object[], stamp: ChartStamp): string {
  const { question, headline, sentences } = chartText(dashboard, rows);
  const data = { name: dashboard.data, fields: datasetFields(dashboard.data) };
  const whole = { dashboard: dashboard.id, question, headline, sentences, stamp, data, rows };
  return `${canonicalJson(whole)}\n`;
}
