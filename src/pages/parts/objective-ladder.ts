import type { ObjectiveExplanation } from '../../app/advice/explain.ts';
import type { ScoredAdvice } from '../../model/advice.ts';
import type { Framework } from '../../model/framework.ts';
import { levelWords } from './words.ts';

/** One level in a row of the picture: how it stands in that row. */
type Step = 'full' | 'half' | 'aim' | 'free' | 'shut' | 'none';

/** The scores so far, the target and the ceiling of an objective on the levels of its framework: a picture, and the same in words. */
export interface ObjectiveLadder {
  readonly levels: readonly { readonly level: number; readonly name: string }[];
  readonly rows: readonly {
    readonly title: string;
    readonly value: string;
    readonly steps: readonly Step[];
  }[];
  readonly words: string;
}

/** The picture of one objective: a row for each return, for the target and for the ceiling, lowest level first. */
export function objectiveLadder(
  framework: Framework,
  { score, target, ceiling }: ScoredAdvice,
  { period, history }: Pick<ObjectiveExplanation, 'period' | 'history'>,
): ObjectiveLadder {
  const levels = framework.levels.toSorted((a, b) => a.level - b.level);
  const row = (title: string, value: string, step: (level: number) => Step) => ({
    ...{ title, value },
    steps: levels.map(({ level }) => step(level)),
  });
  const scores = history.map(({ period: when, row: held }) => {
    if (held.state !== 'scored')
      return row(when, held.state === 'not-applicable' ? 'not applicable' : 'not scored', () => 'none');
    const { achieved, workingTowards, label } = held.score;
    return row(when, label, (level) =>
      level <= achieved ? 'full' : level === workingTowards ? 'half' : 'none',
    );
  });
  const top = levels.at(-1)?.level ?? 0;
  const open = ceiling.capped === 'no';
  return {
    levels: levels.map(({ level, name }) => ({ level, name })),
    rows: [
      ...scores,
      row(`Target ${period}`, String(target.level), (level) =>
        level > target.level ? 'none' : level <= score.achieved ? 'full' : 'aim',
      ),
      row('Ceiling', open ? 'none stated' : String(ceiling.level), (level) =>
        level <= ceiling.level ? 'free' : 'shut',
      ),
    ],
    words: [
      `${scores.map(({ title, value }) => `${title}: ${value}`).join(', ')}.`,
      `The target for ${period} is ${levelWords(framework, target.level)}.`,
      open
        ? `No limit is stated up to ${levelWords(framework, top)}.`
        : `The ceiling is ${levelWords(framework, ceiling.level)} as things stand.`,
    ].join(' '),
  };
}
