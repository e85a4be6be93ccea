import type { WhatIfReport, WhatIfTarget, WhatIfTotals } from '../../app/what-if/what-if-report.ts';
import type { PageContext } from '../frame/page-context.ts';
import { countWords, levelWords, stanceWords } from './words.ts';

/** Targets as they are beside those of the what-if, with what differs; nulls where nothing is supposed. */
export function whatIfView(context: PageContext, report: WhatIfReport) {
  const { framework, links } = context;
  const { asItIs: was, whatIf: is, n } = report;
  const supposing = report.sentence !== null;
  const row = (name: string, of: (totals: WhatIfTotals) => number | null) => ({
    name,
    was: of(was) ?? 'not in one year',
    is: is === null ? '' : (of(is) ?? 'not in one year'),
    difference: is === null ? null : differenceWords(of(is), of(was)),
  });
  return {
    supposing,
    sentence: report.sentence,
    conflict: report.conflict,
    totals: [
      row('Targets above the present score', ({ targets }) => targets),
      row('Officer-days that they take', ({ days }) => days),
      row(
        `At ${levelWords(framework, report.satisfactory)} or above, of ${n}`,
        ({ satisfactory }) => satisfactory,
      ),
      row('Capped now', ({ cappedNow }) => cappedNow),
    ],
    days: was.days,
    note: report.note,
    changes:
      is === null
        ? []
        : report.objectives.flatMap(({ objective, name, score, asItIs, whatIf, difference }) =>
            difference === null || whatIf === null
              ? []
              : [
                  {
                    ...{ objective, name, score, sentence: difference },
                    href: links.objective(objective),
                    was: targetWords(context, asItIs),
                    is: targetWords(context, whatIf),
                    difference: differenceWords(whatIf.level, asItIs.level),
                    because: whatIf.from === 'left-out' || whatIf.from === 'chosen' ? whatIf.because : null,
                  },
                ],
          ),
    differs: countWords(report.differs, 'objective'),
  };
}

/** A difference by sign and word, for what is above, below or level with what was. */
function differenceWords(is: number | null, was: number | null) {
  if (is === null || was === null || is === was) return { kind: 'same', text: 'the same' } as const;
  return is > was
    ? ({ kind: 'more', text: `+${is - was}` } as const)
    : ({ kind: 'fewer', text: `−${was - is}` } as const);
}

/** A target in words: level, and whether it is the advice's stance or from the request. */
export function targetWords(
  { framework }: PageContext,
  { level, stance, openLevel, ceiling, capped, from }: WhatIfTarget,
) {
  const fromWords = { asked: 'Asked for', chosen: 'Chosen', 'left-out': 'Left out' } as const;
  return {
    level: levelWords(framework, level),
    tag: from === 'advice' ? stanceWords[stance].name : fromWords[from],
    kind: from === 'advice' ? stance : from,
    openLevel,
    ceiling: capped === 'no' ? 'no limit stated' : `ceiling ${ceiling}`,
  };
}
