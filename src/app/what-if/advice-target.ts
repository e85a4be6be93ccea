import type { ScoredAdvice } from '../../model/advice.ts';
import type { WhatIfTarget } from './what-if-report.ts';

/** The target of advice, as a what-if shows it. */
export function adviceTarget({ target, ceiling }: ScoredAdvice): WhatIfTarget {
  const { level, stance, openLevel, because } = target;
  return {
    ...{ level, stance, openLevel, because },
    ...{ ceiling: ceiling.level, capped: ceiling.capped, from: 'advice' },
  };
}
