import type { Framework } from '../../model/framework.ts';
import type { Definition } from '../about/definitions.ts';

/** What the figures of a benchmark mean, in the order in which they are met. */
export function benchmarkDefinitions({
  satisfactory,
}: Pick<Framework, 'satisfactory'>): readonly Definition[] {
  return [
    {
      term: 'Others',
      text: 'The organisations of the group that are scored in the period, without this one.',
    },
    {
      term: `At ${satisfactory} or above`,
      text: `The share of the others that achieved level ${satisfactory}, or more; a score on the way to it counts as the level below. The interval is the 95% Wilson interval.`,
    },
    {
      term: 'Median',
      text: 'The lowest score that at least half of the others do not exceed (type 1): always a score that somebody holds.',
    },
    {
      term: 'Position',
      text: 'The share of the others with a lower score, and half the share with the same score. The words follow fixed bands; “higher than most” is said only where more than half are in fact lower.',
    },
    { term: 'Distance', text: 'The own score less the median of the others, in levels.' },
    {
      term: 'Uptake',
      text: 'Of the others at a level in one period, the share that was above it in the next. Where too few stood there on the objective it is counted over its section, else over all objectives, which the words say; then it counts moves.',
    },
    {
      term: 'Nearly all others hold …',
      text: 'All of the others, or all but one or two, are at one level. Which of these is not told, so nothing is worked out of it.',
    },
  ];
}
