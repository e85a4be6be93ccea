import { Problem } from '../../kernel/problem.ts';

/** The number of an objective as an address has it. @throws Problem UNKNOWN_OBJECTIVE */
export function numberOf(written: string | undefined): number {
  if (written !== undefined && /^[1-9]\d{0,5}$/.test(written)) return Number(written);
  throw new Problem('UNKNOWN_OBJECTIVE', {
    seen: String(written).slice(0, 50),
    repair: 'Give the number of an objective, such as 1.',
  });
}
