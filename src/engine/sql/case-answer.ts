import type { CeilingCause, ScoredAdvice } from '../../model/advice.ts';

/** One cause of a case, as far as the SQL answers it. */
export type AnsweredCause = Pick<
  CeilingCause,
  'rule' | 'cause' | 'control' | 'level' | 'strength' | 'overtaken' | 'binding'
>;

/** All that the SQL of a pack answers of a case. */
export interface CaseAnswer {
  readonly ceiling: number;
  readonly control: string | null;
  readonly potential: number;
  /** The target rule; with `stance` and `target` null where none holds, which only the SQL can answer. */
  readonly rule: string | null;
  readonly stance: string | null;
  readonly target: number | null;
  readonly causes: readonly AnsweredCause[];
}

/** The same of advice that the evaluator gave. */
export function caseAnswer({ ceiling, potential, target }: ScoredAdvice): CaseAnswer {
  return {
    ceiling: ceiling.level,
    control: ceiling.control,
    potential,
    rule: target.rule,
    stance: target.stance,
    target: target.level,
    causes: ceiling.causes,
  };
}
