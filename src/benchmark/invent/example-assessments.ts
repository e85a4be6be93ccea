import type { Assessment, AssessmentRow } from '../../model/assessment.ts';
import type { PackCase } from '../../model/pack-case.ts';
import { parseScore } from '../../model/score.ts';
import type { Pack } from '../../pack/pack.ts';
import { type Draw, drawFor } from './draw.ts';
import type { DrawnAnswer } from './draw-scores.ts';
import { rowKinds } from './row-kinds.ts';
import { structure } from './structure.ts';

const purpose = 3;

/**
 * The assessments of an invented organisation, with a comment on some rows: that of one of the pack's worked cases, which
 * gives the reason that was drawn for the row where there is one. A pack without cases gives none.
 * @param answers of that organisation, one a period, in order
 */
export function exampleAssessments(
  pack: Pack,
  answers: Iterable<DrawnAnswer>,
  {
    organisation,
    periods,
    seed,
  }: { readonly organisation: string; readonly periods: readonly string[]; readonly seed: number },
): readonly Assessment[] {
  const draw = drawFor(seed, purpose);
  const kinds = rowKinds(pack.framework);
  const cases = pack.cases.filter(
    ({ given }) => given.previous === undefined && given.factors === undefined && given.comment.trim() !== '',
  );
  return [...answers].map((answer) => ({
    framework: pack.id,
    organisation,
    period: periods[answer.period] ?? '',
    rows: pack.framework.objectives
      .map(({ number: objective }, place): AssessmentRow => {
        const kind = kinds[answer.kinds[place] ?? 0];
        if (kind?.state === 'not-applicable')
          return { objective, text: '', state: 'not-applicable', reason: 'Not a task of this organisation.' };
        const { achieved = null, workingTowards = null } = kind ?? {};
        const label = workingTowards === null ? `${achieved}` : `${achieved}/${workingTowards}`;
        const score = achieved === null ? null : parseScore(label, pack.framework.levels);
        if (score === null) return { objective, text: '', state: 'not-scored' };
        const cause = answer.causes.find((each) => each.objective === place)?.cause ?? null;
        const text = commentFor(pack, cases, { cause, label }, draw);
        return { objective, text, state: 'scored', score };
      })
      .toSorted((a, b) => a.objective - b.objective),
  }));
}

/** A comment with a reason of a kind, or without one; cases of the very score go first, else those that name no level. */
function commentFor(
  pack: Pack,
  cases: readonly PackCase[],
  { cause, label }: { readonly cause: string | null; readonly label: string },
  draw: Draw,
): string {
  if (cause === null && !draw.happens(structure.commented)) return '';
  const fitting = cases.filter(({ expected }) => {
    const named = (expected.causes ?? []).map((id) => pack.ceilings.find((rule) => rule.id === id)?.cause);
    return cause === null ? named.length === 0 && expected.causes !== undefined : named.includes(cause);
  });
  const same = fitting.filter(({ given }) => given.score === label);
  const open = fitting.filter(({ given }) => !/\d/.test(given.comment));
  const from = same.length > 0 ? same : open;
  return from.length === 0 ? '' : draw.one(from).given.comment;
}
