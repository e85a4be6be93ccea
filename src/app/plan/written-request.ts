import { Problem } from '../../kernel/problem.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import { parsePlanRequest } from '../../planning/check-request.ts';
import { advise } from '../advice/advise.ts';
import { unknownObjective } from '../advice/unknown-objective.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PlanView } from './change-plan-row.ts';

/** A request as somebody writes it: pairs such as `4=3`, the number of an objective or the id of a section before the sign. */
export interface WrittenRequest {
  readonly days: number;
  /** Levels that must be reached: of an objective, or of every scored one of a section. */
  readonly minimum?: readonly string[] | undefined;
  /** Targets that are settled. */
  readonly lock?: readonly string[] | undefined;
  /** How much a level counts, of an objective or a section. */
  readonly weight?: readonly string[] | undefined;
  /** Officer-days of a step: `4=15`, or `4:3=15` for that to level 3 alone. */
  readonly effort?: readonly string[] | undefined;
  /** The most levels that one objective rises. */
  readonly levels?: number | undefined;
}

interface Pair {
  readonly of: string;
  readonly figure: number;
}

/** A request from what somebody wrote. @throws Problem BAD_VALUE that names the pair, UNKNOWN_OBJECTIVE; as `advise` does */
export async function writtenRequest(
  workspace: Workspace,
  view: PlanView,
  written: WrittenRequest,
): Promise<PlanRequest> {
  const { advice } = await advise(workspace, view);
  const pack = workspace.pack(advice.framework);
  const sections = pack.framework.sections.map(({ id }) => id);
  const numberOf = (text: string) => {
    const number = Number(text);
    if (pack.framework.objectives.some((each) => each.number === number)) return number;
    throw unknownObjective(pack, number);
  };
  const levels = (what: string, pairs: readonly string[] = []) =>
    pairs
      .map((text) => pairOf(what, text))
      .flatMap(({ of, figure: level }) => {
        if (/^\d+$/.test(of)) return [{ objective: numberOf(of), level }];
        if (!sections.includes(of)) throw unknownSection(what, of, sections);
        return advice.objectives
          .filter((each) => each.section === of && each.state === 'scored')
          .map(({ objective }) => ({ objective, level }));
      });
  const weights = (written.weight ?? []).map((text) => pairOf('weight', text));
  const bySection = weights.filter(({ of }) => !/^\d+$/.test(of));
  const stray = bySection.find(({ of }) => !sections.includes(of));
  if (stray !== undefined) throw unknownSection('weight', stray.of, sections);
  const stepDays = (written.effort ?? []).map((text) => {
    const { of, figure: days } = pairOf('effort', text);
    const [, objective = '', level] = /^(\d+)(?::(\d+))?$/.exec(of) ?? [];
    return { objective: numberOf(objective), level: level === undefined ? null : Number(level), days };
  });
  const minimums = levels('minimum', written.minimum);
  const locks = levels('lock', written.lock);
  return parsePlanRequest({
    days: written.days,
    ...(stepDays.length === 0 ? {} : { stepDays }),
    ...(weights.length === 0
      ? {}
      : {
          weights: {
            sections: bySection.map(({ of, figure: weight }) => ({ section: of, weight })),
            objectives: weights
              .filter(({ of }) => /^\d+$/.test(of))
              .map(({ of, figure: weight }) => ({ objective: numberOf(of), weight })),
          },
        }),
    ...(minimums.length === 0 ? {} : { minimums }),
    ...(locks.length === 0 ? {} : { locks }),
    ...(written.levels === undefined ? {} : { levelsAYear: written.levels }),
  });
}

function pairOf(what: string, text: string): Pair {
  const [, of, figure] = /^\s*([^=\s]+)\s*=\s*(\d{1,6})\s*$/.exec(text) ?? [];
  if (of !== undefined && figure !== undefined) return { of, figure: Number(figure) };
  throw new Problem('BAD_VALUE', {
    place: what,
    seen: text.slice(0, 80),
    allowed: what === 'effort' ? 'such as 4=15, or 4:3=15' : 'such as 4=3',
    repair: 'Write what it is of, the sign =, and a whole number, none below 0.',
  });
}

function unknownSection(place: string, seen: string, sections: readonly string[]): Problem {
  return new Problem('BAD_VALUE', {
    place,
    seen: seen.slice(0, 80),
    allowed: `the number of an objective, or ${sections.join(', ')}`,
    repair: 'Use one of these.',
  });
}
