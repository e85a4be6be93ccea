import type { Score } from '../../model/score.ts';
import type { Release } from '../disclosure/release.ts';
import type { OwnAnswer } from '../disclosure/releases.ts';

/** What is compared on one objective. */
export interface ObjectiveAnswers {
  readonly objective: number;
  readonly release: Release;
  /** The viewer's own answer as the panel holds it, to be taken away from the counts; null where it is not there. */
  readonly inPanel: OwnAnswer | null;
  /** What is set beside the others: from the panel, or from one's own records. */
  readonly own:
    | { readonly state: 'scored'; readonly score: Score }
    | { readonly state: 'not-applicable' | 'not-scored'; readonly score: null };
}
