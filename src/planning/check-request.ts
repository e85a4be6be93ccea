import { Problem } from '../kernel/problem.ts';
import { mismatches } from '../kernel/schema.ts';
import type { Advice } from '../model/advice.ts';
import { PlanRequest } from '../model/plan-request.ts';

/**
 * A request from what was written.
 * @throws Problem BAD_VALUE that names the place, such as `/days`, for what is not whole, too small or too large
 */
export function parsePlanRequest(value: unknown): PlanRequest {
  const [first] = mismatches(PlanRequest, value);
  if (first === undefined) return value as PlanRequest;
  const place = first.path === '' ? 'the request' : first.path;
  throw new Problem('BAD_VALUE', {
    place,
    seen: first.seen,
    allowed: first.message,
    repair: 'Officer-days, weights and levels are whole numbers, none below 0.',
  });
}

/**
 * Refuses a request that speaks of what the advice does not have, or says two things of one.
 * @throws Problem UNKNOWN_OBJECTIVE, or BAD_VALUE for a section or a figure
 */
export function checkRequest(request: PlanRequest, { objectives }: Advice): void {
  const { stepDays = [], weights = {}, minimums = [], locks = [] } = request;
  const known = new Set(objectives.map(({ objective }) => objective));
  const sections = new Set(objectives.map(({ section }) => section));
  const weighted = weights.objectives ?? [];
  for (const { objective } of [...stepDays, ...weighted, ...minimums, ...locks])
    if (!known.has(objective))
      throw new Problem('UNKNOWN_OBJECTIVE', {
        seen: String(objective),
        allowed: `${Math.min(...known)} to ${Math.max(...known)}`,
        repair: 'Give the number of an objective that the advice has.',
      });
  for (const { section } of weights.sections ?? [])
    if (!sections.has(section))
      throw new Problem('BAD_VALUE', {
        place: 'weights',
        seen: section,
        allowed: [...sections].join(', '),
        repair: 'Give the id of a section.',
      });
  refuseTwo(
    'officer-days',
    stepDays.map(({ objective, level, days }) => [
      `objective ${objective}, ${level === null ? 'every step' : `to level ${level}`}`,
      days,
    ]),
  );
  refuseTwo(
    'weights',
    weighted.map(({ objective, weight }) => [`objective ${objective}`, weight]),
  );
  refuseTwo(
    'weights',
    (weights.sections ?? []).map(({ section, weight }) => [`section ${section}`, weight]),
  );
}

function refuseTwo(what: string, said: readonly (readonly [string, number])[]): void {
  const known = new Map<string, number>();
  for (const [of, figure] of said) {
    const before = known.get(of);
    if (before !== undefined && before !== figure)
      throw new Problem('BAD_VALUE', {
        place: `${what}, ${of}`,
        seen: `${Math.min(before, figure)} and ${Math.max(before, figure)}`,
        allowed: 'one figure',
        repair: 'Say it once.',
      });
    known.set(of, figure);
  }
}
