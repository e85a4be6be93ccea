import type { BenchmarkRules } from '../../model/benchmark-rules.ts';
import type { ComparedObjective } from '../../model/comparison.ts';
import type { Framework, Objective } from '../../model/framework.ts';
import { describeObjective } from './describe-objective.ts';
import { distribution } from './distribution.ts';
import type { ObjectiveAnswers } from './objective-answers.ts';
import { placeTable, type ScoreCount } from './place-table.ts';
import { standing } from './standing.ts';

/** An objective compared, with the table that its figures come from; null where no counts are given. */
export interface ObjectiveFigures {
  readonly comparison: ComparedObjective;
  readonly others: readonly ScoreCount[] | null;
}

/** One objective beside those of others. @throws Problem INTERNAL where the own answer is not among the counts */
export function compareObjective(
  { number: objective, name, section }: Objective,
  answers: ObjectiveAnswers | undefined,
  framework: Framework,
  rules: BenchmarkRules,
): ObjectiveFigures {
  const { own = { state: 'not-scored', score: null }, inPanel = null, release } = answers ?? {};
  const table = release?.give === 'counts' ? placeTable(release.places, inPanel) : [];
  const given = distribution([table], framework);
  const others = othersOf(release, given, inPanel !== null);
  const found =
    given === null || own.score === null ? null : standing([{ own: own.score, others: table }], rules);
  const comparison = { objective, name, section, own, others, standing: found };
  return {
    comparison: { ...comparison, sentence: describeObjective(comparison, framework) },
    others: given === null ? null : table,
  };
}

function othersOf(
  release: ObjectiveAnswers['release'] | undefined,
  given: ReturnType<typeof distribution>,
  withOwn: boolean,
): ComparedObjective['others'] {
  if (given !== null) return { give: 'counts', ...given };
  if (release?.give === 'nearly-all')
    return { give: 'nearly-all', level: release.achieved, n: release.n - (withOwn ? 1 : 0) };
  if (release?.give === 'nothing') return release;
  // Counts in which nobody but the viewer is: only a public panel gives them.
  return { give: 'nothing', because: release?.give === 'counts' ? 'nobody-else' : 'few-others' };
}
