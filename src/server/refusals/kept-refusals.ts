import { newToken } from '../access/sessions.ts';
import type { Refusal } from './refusal.ts';

/** How much is kept, and how long. */
export interface KeptLimits {
  readonly most: number;
  /** Of one person; the oldest makes room. */
  readonly ofOne: number;
  /** Bytes of all together; one that is more than an eighth of them is kept without what was typed. */
  readonly bytes: number;
  /** In minutes. */
  readonly minutes: number;
}

/** Forms that were refused, in memory: each is found by its token, at its own path, by the person who sent it. */
export interface KeptRefusals {
  readonly keep: (owner: string, path: string, refusal: Refusal) => string;
  /** Null where there is none, it is too old, or it is another's or of another path. */
  readonly find: (token: string, owner: string, path: string) => Refusal | null;
  readonly drop: (token: string, owner: string) => void;
}

/** A store within limits. @param now the present, in milliseconds */
export function keptRefusals(limits: KeptLimits, now: () => number): KeptRefusals {
  const held = new Map<string, { owner: string; path: string; refusal: Refusal; at: number; size: number }>();
  let bytes = 0;
  const forget = (token: string) => {
    bytes -= held.get(token)?.size ?? 0;
    held.delete(token);
  };
  const sweep = () => {
    for (const [token, { at }] of held) if (now() - at >= limits.minutes * 60_000) forget(token);
  };
  return {
    keep(owner, path, given) {
      sweep();
      const whole = sizeOf(given);
      const refusal = whole > limits.bytes / 8 ? { ...given, fields: {}, lost: true } : given;
      const size = refusal === given ? whole : sizeOf(refusal);
      const token = newToken();
      held.set(token, { owner, path, refusal, at: now(), size });
      bytes += size;
      const own = [...held].flatMap(([key, one]) => (one.owner === owner ? [key] : []));
      for (const old of own.slice(0, Math.max(0, own.length - limits.ofOne))) forget(old);
      for (const old of held.keys()) {
        if (held.size <= limits.most && bytes <= limits.bytes) break;
        forget(old);
      }
      return token;
    },
    find(token, owner, path) {
      sweep();
      const one = held.get(token);
      return one !== undefined && one.owner === owner && one.path === path ? one.refusal : null;
    },
    drop(token, owner) {
      if (held.get(token)?.owner === owner) forget(token);
    },
  };
}

/** About the bytes that a refusal takes in memory. */
function sizeOf({ fields, problem }: Refusal): number {
  return 2 * JSON.stringify([fields, problem.detail]).length + 1000;
}
