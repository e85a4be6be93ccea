import { Problem } from '../kernel/problem.ts';
import type { AskFault } from '../pages/ask-fault.ts';
import { planAsks } from '../pages/plan-view.ts';

const placeNames: readonly (readonly [start: string, name: string])[] = [
  ['/days', 'days'],
  ['/minimums', 'minimum'],
  ['/locks', 'lock'],
  ['weights', 'weight'],
  ['/weights', 'weight'],
  ['officer-days', 'effort'],
  ['/stepDays', 'effort'],
  ['/levelsAYear', 'levels'],
];

/** What of an address a plan cannot be made for, with its fields; what the address cannot mend is thrown on. */
export function askFault(thrown: unknown, asks: Readonly<Record<string, string>>): AskFault {
  if (!(thrown instanceof Problem)) throw thrown;
  switch (thrown.code) {
    case 'PLAN_IMPOSSIBLE':
      return { fields: ['days'], message: thrown.message };
    case 'UNKNOWN_OBJECTIVE': {
      const { seen = '' } = thrown.detail;
      const name = planAsks.find((one) =>
        new RegExp(`(^|[,;])\\s*${seen.replace(/\D/g, '')}[:=]`).test(asks[one] ?? ''),
      );
      return { fields: [name ?? 'minimum'], message: thrown.message };
    }
    case 'BAD_VALUE': {
      const { place = '', seen, allowed, repair } = thrown.detail;
      const name =
        planAsks.find((one) => one === place) ?? placeNames.find(([start]) => place.startsWith(start))?.[1];
      if (name === undefined) throw thrown;
      const parts = [
        ...(seen === undefined ? [] : [`Seen: ${seen}.`]),
        ...(allowed === undefined ? [] : [`Allowed: ${allowed}.`]),
      ];
      return { fields: [name], message: [repair, ...parts].join(' ') };
    }
    default:
      throw thrown;
  }
}
