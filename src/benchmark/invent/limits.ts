import { appliesTo } from '../../engine/facts.ts';
import { bottomLevel } from '../../model/framework.ts';
import type { Pack } from '../../pack/pack.ts';

/** What rules out levels of an objective by the rubric's words, while a circumstance is not there. */
export interface RubricLimit {
  /** The place of the circumstance among those of the pack; null where none lifts it. */
  readonly factor: number | null;
  /** The highest step that is left, counted from the lowest level. */
  readonly step: number;
}

/** A reason for a cap that a comment can give. */
export interface SaidCause {
  readonly cause: string;
  readonly control: 'external' | 'internal';
  /** The place of the circumstance that ends it; null where there is none. */
  readonly factor: number | null;
}

/** The limits of each objective that the rules rest on the rubric's words, in the order of the objectives. */
export function rubricLimits(pack: Pack): readonly (readonly RubricLimit[])[] {
  const bottom = bottomLevel(pack.framework);
  return pack.framework.objectives.map((objective) =>
    pack.ceilings.flatMap((rule) => {
      if (rule.basis === 'comment' || !appliesTo(rule, objective)) return [];
      return [{ factor: factorPlace(pack, rule.factor), step: Math.max(0, rule.rulesOut - 1 - bottom) }];
    }),
  );
}

/** The reasons for which the rules let a comment cap; empty for a pack whose rules read none. */
export function saidCauses(pack: Pack): readonly SaidCause[] {
  return pack.ceilings.flatMap((rule) => {
    const cause = pack.causes.find(({ id }) => id === rule.cause);
    if (rule.basis !== 'comment' || cause === undefined) return [];
    return [{ cause: cause.id, control: cause.control, factor: factorPlace(pack, rule.factor) }];
  });
}

function factorPlace({ factors }: Pack, id: string | null): number | null {
  const place = factors.findIndex((factor) => factor.id === id);
  return place < 0 ? null : place;
}
