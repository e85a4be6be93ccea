/** The figures of one direction, as `DirectionTally` has them. */
interface Figures {
  readonly count: number;
  readonly fromAgreedStandard: number;
  readonly fromComment: number;
  readonly halfSteps: number;
}

/** What a sentence is about: a direction, the two periods, and the objectives scored in both. */
interface Subject {
  readonly direction: 'higher' | 'lower';
  readonly from: string;
  readonly to: string;
  readonly n: number;
}

/**
 * One plain sentence on how many objectives went higher, or lower: "24 of 59 are higher than in 2022; 13 of them had
 * no comment in 2022 to compare with; of the other 11, 2 are half-steps."
 *
 * Moves from an agreed standard come first and apart, then the half-steps among the rest.
 */
export function describeTrend({ direction, from, to, n }: Subject, figures: Figures): string {
  const { count } = figures;
  if (n === 0) return `No objective is scored in both ${from} and ${to}.`;
  const than = `${direction} than in ${from}`;
  if (count === 0)
    return n === 1 ? `The one objective scored in both is not ${than}.` : `None of ${n} is ${than}.`;
  const head =
    n === 1 ? `The one objective scored in both is ${than}` : `${count} of ${n} ${are(count)} ${than}`;
  const rest = count === 1 ? ofOne(figures, from) : ofMany(figures, from);
  return `${[head, ...rest].join('; ')}.`;
}

function ofOne({ fromAgreedStandard, halfSteps }: Figures, from: string): readonly string[] {
  if (fromAgreedStandard === 1) return [`it had no comment in ${from} to compare with`];
  return halfSteps === 1 ? ['it is a half-step'] : [];
}

function ofMany(figures: Figures, from: string): readonly string[] {
  const { count, fromAgreedStandard, fromComment, halfSteps } = figures;
  if (fromAgreedStandard === 0) return halfSteps === 0 ? [] : [halfStepsOf('them', count, halfSteps)];
  if (fromComment === 0) return [`none of them had a comment in ${from} to compare with`];
  const apart = `${fromAgreedStandard} of them had no comment in ${from} to compare with`;
  if (fromComment === 1) return [apart, `the other is ${halfSteps === 1 ? '' : 'not '}a half-step`];
  const half = halfSteps === 0 ? 'none is a half-step' : share(fromComment, halfSteps);
  return [apart, `of the other ${fromComment}, ${half}`];
}

function halfStepsOf(whom: string, of: number, halfSteps: number): string {
  if (halfSteps === of) return of === 2 ? 'both are half-steps' : `all of ${whom} are half-steps`;
  return `${halfSteps} of ${whom} ${are(halfSteps)} ${halfSteps === 1 ? 'a half-step' : 'half-steps'}`;
}

function share(of: number, halfSteps: number): string {
  if (halfSteps === of) return of === 2 ? 'both are half-steps' : 'all are half-steps';
  return `${halfSteps} ${are(halfSteps)} ${halfSteps === 1 ? 'a half-step' : 'half-steps'}`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
