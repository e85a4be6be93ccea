import type { UnlockRow } from '../../charts/rows.ts';
import type { Unlock, UnlockObjective } from '../../model/unlock.ts';
import type { Pack } from '../../pack/pack.ts';

/** Each pair of a capped objective and a circumstance that would raise its ceiling, in order of objective and circumstance. */
export function unlockRows(pack: Pack, { objectives, factors, capped }: Unlock): readonly UnlockRow[] {
  return objectives.flatMap((one) =>
    pack.factors.flatMap(({ id, name: factorName }) => {
      const way = wayWith(one, id);
      const state = factors[id] ?? 'unknown';
      if (way === undefined || state === 'yes') return [];
      const { objective, name, section, ceiling: from } = one;
      const sectionName = pack.framework.sections.find((each) => each.id === section)?.name ?? section;
      const alone = way.factors.length === 1;
      const row = { factor: id, factorName, state, objective, name, section, sectionName };
      return [{ ...row, from, to: way.ceiling, alone, capped }];
    }),
  );
}

/** The smallest way that a circumstance is part of. */
function wayWith({ ways }: UnlockObjective, id: string) {
  return ways.find(({ factors }) => factors.includes(id));
}
