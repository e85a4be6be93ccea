import type { Stance } from '../model/advice.ts';

const advised: Record<Stance, string> = {
  finish: 'advised to finish the level being worked towards',
  advance: 'advised to advance',
  hold: 'advised to hold',
  open: 'left open',
};

/** One sentence on how the objectives of one stance ended against their targets. */
export function describeStance(
  stance: Stance,
  {
    n,
    at,
    above,
    below,
  }: { readonly n: number; readonly at: number; readonly above: number; readonly below: number },
): string {
  if (n === 0) return `No objective was ${advised[stance]}.`;
  if (n === 1) {
    const where = at === 1 ? 'at' : above === 1 ? 'above' : 'below';
    return `The one objective ${advised[stance]} ended ${where} its target.`;
  }
  return `Of ${n} objectives ${advised[stance]}, ${some(at)} ended at the target, ${some(above)} above it and ${some(below)} below it.`;
}

/** One sentence on how many open levels were reached. */
export function describeOpen(n: number, reached: number): string {
  if (n === 0) return 'No objective had an open level.';
  if (n === 1)
    return `The one objective with an open level ${reached === 1 ? 'reached' : 'did not reach'} it.`;
  return `Of ${n} objectives with an open level, ${some(reached)} reached it.`;
}

/** One sentence on how many ceilings held, with the numbers of the objectives that went beyond. */
export function describeCapped(basedOn: string, n: number, beyond: readonly number[]): string {
  if (n === 0) return `No objective was capped at its ${basedOn} score.`;
  const list = numbers(beyond);
  if (n === 1) {
    const end = beyond.length === 0 ? 'stayed within its ceiling' : `went beyond its ceiling: ${list}`;
    return `The one objective capped at its ${basedOn} score ${end}.`;
  }
  const head = `Of ${n} objectives capped at their ${basedOn} score, ${some(n - beyond.length)} stayed within the ceiling`;
  return beyond.length === 0
    ? `${head} and none went beyond it.`
    : `${head} and ${beyond.length} went beyond it: ${list}.`;
}

/** One sentence on how many objectives are not compared. */
export function describeLeftOut(basedOn: string, period: string, count: number): string {
  const both = `scored in both ${basedOn} and ${period}`;
  if (count === 0) return `Every objective is ${both}.`;
  return count === 1
    ? `1 objective is left out: it is not ${both}.`
    : `${count} objectives are left out: they are not ${both}.`;
}

function some(count: number): string {
  return count === 0 ? 'none' : String(count);
}

function numbers(objectives: readonly number[]): string {
  const all = objectives.map((objective) => `#${objective}`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
