import type { WhatIfReport } from '../../app/what-if/what-if-report.ts';

/**
 * What a plan is asked for, to have the targets of a what-if: the request itself where it says officer-days, else the days
 * that the targets take with the targets as minimums. Null where there are none.
 */
export function planOfTargets(
  { objectives, whatIf, asItIs }: WhatIfReport,
  asks: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | null {
  if (whatIf === null) return null;
  if (asks['days'] !== undefined) return asks;
  const rises = objectives.flatMap(({ objective, achieved, whatIf: target, asItIs: usual }) => {
    const { level } = target ?? usual;
    return level > achieved ? [`${objective}=${level}`] : [];
  });
  const days = whatIf.days ?? asItIs.days;
  if (rises.length === 0 || days === null) return null;
  const { lock, effort, levels } = asks;
  return {
    ...{ days: String(days), minimum: rises.join(',') },
    ...(lock === undefined ? {} : { lock }),
    ...(effort === undefined ? {} : { effort }),
    ...(levels === undefined ? {} : { levels }),
  };
}
