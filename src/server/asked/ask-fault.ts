import { Problem } from '../../kernel/problem.ts';
import type { AskFault } from '../../pages/parts/ask-fault.ts';
import { planAsks } from '../../pages/plan-view.ts';

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
      return at(fieldsOf(thrown.detail.data?.['demands']), thrown.detail.repair);
    case 'UNKNOWN_OBJECTIVE': {
      const { seen = '' } = thrown.detail;
      const name = planAsks.find((one) =>
        new RegExp(`(^|[,;])\\s*${seen.replace(/\D/g, '')}[:=]`).test(asks[one] ?? ''),
      );
      return at([name ?? 'minimum'], thrown.message);
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
      return at([name], [repair, ...parts].join(' '));
    }
    default:
      throw thrown;
  }
}

function at(names: readonly string[], message: string): AskFault {
  return { fields: names.map((name) => ({ name, message })), message };
}

/** The fields in which the demands of a conflict stand, by the kinds of demands. */
function fieldsOf(kinds: unknown): readonly string[] {
  const there = Array.isArray(kinds) ? kinds : [];
  const names = { days: 'days', 'levels-a-year': 'levels', minimum: 'minimum', lock: 'lock' };
  const found = Object.entries(names).flatMap(([kind, name]) => (there.includes(kind) ? [name] : []));
  return found.length === 0 ? ['days'] : found;
}
