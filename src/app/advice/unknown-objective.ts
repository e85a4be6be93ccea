import { Problem } from '../../kernel/problem.ts';
import type { Pack } from '../../pack/pack.ts';

/** The problem of an objective that a pack does not have, with those that it has. */
export function unknownObjective(pack: Pack, number: number): Problem {
  const numbers = pack.framework.objectives.map((each) => each.number);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const whole = last - first + 1 === numbers.length;
  return new Problem('UNKNOWN_OBJECTIVE', {
    place: pack.id,
    seen: String(number),
    allowed: whole ? `${first} to ${last}` : numbers.join(', '),
    repair: 'Give the number of an objective.',
  });
}
