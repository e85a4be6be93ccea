import { Problem } from '../../kernel/problem.ts';

/** How often something may be done. */
export interface RateLimitOptions {
  readonly most: number;
  /** In seconds. */
  readonly within: number;
  /** Names and addresses that are remembered at a time; the one that was begun first is forgotten first. */
  readonly remembered?: number;
}

/** Counts what each name or address does; in memory, and bounded. */
export interface RateLimit {
  /** Counts one more; says for how many seconds no more is allowed, 0 where it is. */
  readonly take: (key: string, now: Date) => number;
  /** Counts one less, since it was well. */
  readonly giveBack: (key: string) => void;
}

/** A limit in windows: the first use of a key begins one, and after it the count begins anew. */
export function rateLimit({ most, within, remembered = 10_000 }: RateLimitOptions): RateLimit {
  const windows = new Map<string, { readonly ends: number; readonly used: number }>();
  return {
    take(key, now) {
      const moment = now.getTime();
      const held = windows.get(key);
      if (held !== undefined && held.ends > moment) {
        if (held.used >= most) return Math.ceil((held.ends - moment) / 1000);
        windows.set(key, { ends: held.ends, used: held.used + 1 });
        return 0;
      }
      windows.delete(key);
      const [oldest] = windows.keys();
      if (windows.size >= remembered && oldest !== undefined) windows.delete(oldest);
      windows.set(key, { ends: moment + within * 1000, used: 1 });
      return 0;
    },
    giveBack(key) {
      const held = windows.get(key);
      if (held !== undefined && held.used > 0) windows.set(key, { ...held, used: held.used - 1 });
    },
  };
}

/** What to say of too many tries; programs find the seconds in `Retry-After`. */
export function tooManyTries(seconds: number, what: string): Problem {
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new Problem('TOO_MANY_TRIES', {
    place: what,
    repair: `Wait ${wait}, and try again.`,
    data: { retryAfter: seconds },
  });
}
