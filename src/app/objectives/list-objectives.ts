import { Problem } from '../../kernel/problem.ts';
import type { ObjectiveAdvice, ScoredAdvice } from '../../model/advice.ts';
import { type Assessment, rowOf } from '../../model/assessment.ts';
import { comparePeriods } from '../../model/period.ts';
import { compareScores } from '../../model/score.ts';
import type { Pack } from '../../pack/pack.ts';
import { advise } from '../advice/advise.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { FoundText, ObjectiveFilter, ObjectiveList } from './objective-list.ts';
import { excerptOf, foundIn, type SearchWords, searchWords } from './searched-text.ts';

/**
 * The objectives that a filter lets through, sorted. Comments are those of the return that advice rests on, and of those before it.
 * @throws Problem BAD_VALUE for a section or a cause that is not there; as `advise` does
 */
export async function listObjectives(
  workspace: Workspace,
  view: ViewOf,
  filter: ObjectiveFilter,
): Promise<ObjectiveList> {
  const { advice } = await advise(workspace, view);
  const pack = workspace.pack(advice.framework);
  checkIds(pack, filter);
  const words = searchWords(filter.find ?? '');
  const returns = closedAssessments(workspace, view.organisation)
    .filter(({ period }) => comparePeriods(period, advice.basedOn) <= 0)
    .toReversed();
  const objectives = advice.objectives
    .filter((one) => isLetThrough(one, filter))
    .flatMap((one) => {
      const found = findIn(textsOf(pack, returns, one.objective), words);
      return found === null ? [] : [{ advice: one, found }];
    });
  const order = orders[filter.sort ?? 'number'];
  const { schema, framework, organisation, basedOn, period } = advice;
  return {
    ...{ schema, framework, organisation, basedOn, period, pack: advice.pack },
    filter,
    total: advice.objectives.length,
    objectives:
      order === null ? objectives : objectives.toSorted((a, b) => byOrder(order, a.advice, b.advice)),
  };
}

function checkIds({ framework, causes }: Pack, { section, cause }: ObjectiveFilter): void {
  for (const [place, seen, all] of [
    ['section', section, framework.sections],
    ['cause', cause, causes],
  ] as const)
    if (seen !== null && !all.some(({ id }) => id === seen))
      throw new Problem('BAD_VALUE', {
        ...{ place: `query, ${place}`, seen, allowed: all.map(({ id }) => id).join(', ') },
        repair: 'Choose one of these.',
      });
}

function isLetThrough(one: ObjectiveAdvice, { section, stance, capped, cause }: ObjectiveFilter): boolean {
  if (section !== null && one.section !== section) return false;
  if (one.state !== 'scored') return stance === null && capped === null && cause === null;
  if (stance !== null && one.target.stance !== stance) return false;
  if (capped !== null && one.ceiling.capped !== capped) return false;
  return cause === null || one.ceiling.causes.some((each) => each.binding && each.cause === cause);
}

type Text = Pick<FoundText, 'place' | 'period' | 'text'>;

function textsOf({ framework }: Pack, returns: readonly Assessment[], number: number): readonly Text[] {
  const objective = framework.objectives.find((each) => each.number === number);
  return [
    { place: 'name', period: null, text: objective?.name ?? '' },
    { place: 'description', period: null, text: objective?.description ?? '' },
    ...returns.map((each) => ({
      ...{ place: 'comment' as const, period: each.period },
      text: rowOf(each, number)?.text ?? '',
    })),
  ];
}

/** The texts in which words stand; null unless every word stands in one of them. */
function findIn(texts: readonly Text[], words: SearchWords): readonly FoundText[] | null {
  const inEach = texts.map((one) => words.map((word) => foundIn(one.text, word)));
  if (!words.every((_, index) => inEach.some((spans) => (spans[index]?.length ?? 0) > 0))) return null;
  return texts.flatMap((one, index) => {
    const marks = (inEach[index] ?? []).flat().toSorted((a, b) => a.start - b.start || a.end - b.end);
    const [first] = marks;
    return first === undefined ? [] : [{ ...one, excerpt: excerptOf(one.text, first), marks }];
  });
}

type Order = (a: ScoredAdvice, b: ScoredAdvice) => number;

const orders: Readonly<Record<NonNullable<ObjectiveFilter['sort']> | 'number', Order | null>> = {
  number: null,
  score: (a, b) => compareScores(a.score, b.score),
  'score-high': (a, b) => compareScores(b.score, a.score),
  headroom: (a, b) => b.headroom - a.headroom,
  target: (a, b) => a.target.level - b.target.level,
  'target-high': (a, b) => b.target.level - a.target.level,
};

function byOrder(order: Order, a: ObjectiveAdvice, b: ObjectiveAdvice): number {
  if (a.state === 'scored' && b.state === 'scored') return order(a, b);
  return Number(a.state !== 'scored') - Number(b.state !== 'scored');
}
