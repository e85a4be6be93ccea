import type { Problem, ProblemCode, ProblemDetail } from '../../kernel/problem.ts';

const codes: readonly ProblemCode[] = ['FORM_EXPIRED', 'SIGN_IN_NEEDED', 'WORKSPACE_BUSY', 'TOO_MANY_TRIES'];

/** Whether any form can simply be sent again after a problem: what was typed was not at fault. */
export function isMendableAnywhere({ code }: Problem): boolean {
  return codes.includes(code);
}

/** The parts of a problem for the page of its form: where the fault is of no field, only what to do. */
export function partsOf(problem: Problem): ProblemDetail {
  const { detail } = problem;
  if (!isMendableAnywhere(problem)) return detail;
  const lead =
    problem.code === 'TOO_MANY_TRIES' || problem.code === 'WORKSPACE_BUSY'
      ? `${problem.message.split(/[.:]/)[0]}. `
      : '';
  return { repair: `${lead}${detail.repair}` };
}
