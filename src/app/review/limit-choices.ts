import type { Pack } from '../../pack/pack.ts';
import { commentCauses, factorsOfCause } from './checked-limit.ts';

/** What an officer can say that a comment gives, as lists to choose from. */
export interface LimitChoices {
  /** In the pack's order. */
  readonly causes: readonly { readonly id: string; readonly name: string }[];
  /** The circumstances that can lift such a cause, each with the names of those causes; in the pack's order. */
  readonly factors: readonly {
    readonly id: string;
    readonly name: string;
    readonly causes: readonly string[];
  }[];
  /** Lowest first. */
  readonly levels: readonly { readonly level: number; readonly name: string }[];
}

/** The causes, circumstances and levels of a pack that a decision on a comment can name. */
export function limitChoices(pack: Pack): LimitChoices {
  const known = commentCauses(pack);
  const causes = pack.causes.filter(({ id }) => known.includes(id)).map(({ id, name }) => ({ id, name }));
  return {
    causes,
    factors: pack.factors.flatMap(({ id, name }) => {
      const lifts = causes.filter((cause) => factorsOfCause(pack, cause.id).includes(id));
      return lifts.length === 0 ? [] : [{ id, name, causes: lifts.map((cause) => cause.name) }];
    }),
    levels: pack.framework.levels
      .map(({ level, name }) => ({ level, name }))
      .toSorted((a, b) => a.level - b.level),
  };
}
