import type { WhatIfConflict } from '../../app/what-if/what-if-report.ts';
import type { Advice } from '../../model/advice.ts';
import type { PageContext } from '../frame/page-context.ts';
import type { AskFault } from './ask-fault.ts';
import { type AskControls, askForm } from './ask-form.ts';
import { circumstancesView } from './circumstances-view.ts';
import { whatIfsOf } from './what-ifs-of.ts';
import { countWords } from './words.ts';

/** What the controls of a what-if are filled from. */
export interface WhatIfControls extends AskControls {
  /** The advice as recorded. */
  readonly recorded: Advice;
}

/** The controls of a what-if, filled as the address says: officer-days, circumstances, sections and single objectives. */
export function whatIfForm(context: PageContext, { recorded, ...controls }: WhatIfControls) {
  const circumstances = circumstancesView(context, recorded);
  const chosenFactors = Object.keys(context.view.factors).length;
  return {
    ...askForm(context, controls),
    action: circumstances.action,
    plain: circumstances.action + (context.view.period === null ? '' : `?period=${context.view.period}`),
    period: context.view.period,
    record: context.links.circumstances,
    circumstances: {
      ...circumstances,
      title: `Circumstances: ${
        chosenFactors === 0
          ? `${countWords(circumstances.limiting.length, 'limits', 'limit')} an objective`
          : whatIfsOf(context)
              .map(({ name, state }) => `${name}: ${state}`)
              .join(', ')
      }`,
      open: false,
    },
    any: chosenFactors > 0 || Object.keys(controls.asks).length > 0,
  };
}

/** The fields in which the demands of a conflict stand, by name. */
export function conflictFault({ demands, because }: WhatIfConflict): AskFault {
  const names = { days: 'days', 'levels-a-year': 'levels', minimum: 'minimum', lock: 'lock' } as const;
  const listed = demands.map(({ text }) => text).join('; ');
  const why = `${because.charAt(0).toUpperCase()}${because.slice(1)}`;
  const alone = demands.length === 1;
  const forDays = demands.some(({ kind }) => kind === 'days');
  const fields = Map.groupBy(demands, ({ kind }) => names[kind]);
  return {
    fields: [...fields].map(([name, mine]) => ({
      name,
      message: alone ? why : `Cannot hold with the others: ${mine.map(({ text }) => text).join('; ')}.`,
    })),
    message: alone
      ? `This cannot be met: ${listed}. ${why} Change it.`
      : `These cannot hold together: ${forDays ? because : `${listed}. ${why}`} Change one of them.`,
  };
}
