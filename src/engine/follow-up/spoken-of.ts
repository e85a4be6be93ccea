import type { Outcome } from '../../model/follow-up.ts';
import type { Reading } from '../../model/reading.ts';
import { type Span, slice } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { matchedSpan } from '../reading/matched-span.ts';
import { sentencesIn, withoutEndMark } from '../reading/sentences.ts';
import type { Statement, StatementReader } from '../reading/statements.ts';
import type { Word } from '../reading/words.ts';
import { enoughShared, type Shared } from './shared-subject.ts';

/** A sentence of a later row that speaks of an action, and what it says became of it. */
export interface SpokenOf extends Span {
  readonly outcome: Outcome;
  /** The words that say so; null where none do: an action again, or not stated. */
  readonly said: string | null;
  readonly shared: Shared;
}

/**
 * The sentence of a row that tells most of an action: of those that share enough words with it, one that says what
 * became of it before one that does not, then the one that shares most, then the more cautious outcome, then the first.
 * Quoted standards and stated requirements are not read. Null where no sentence speaks of it.
 * @param enough the weight of shared words from which a sentence speaks of it
 */
export function spokenOf(
  pack: Pack,
  statements: StatementReader,
  action: readonly Word[],
  row: Reading,
  shared: (first: readonly Word[], second: readonly Word[]) => Shared,
  enough: number = enoughShared,
): SpokenOf | null {
  const { text, views } = row;
  const read = (spans: readonly Span[], isAction: boolean): readonly SpokenOf[] =>
    spans
      .flatMap((span) => sentencesIn(text, span))
      .filter(({ start }) => !views.requirements.some((each) => each.start <= start && start < each.end))
      .flatMap((sentence) => {
        const common = shared(action, statements.whole(text, sentence).words);
        if (common.weight < enough) return [];
        const found = outcomeOf(pack, text, statements.own(text, sentence), isAction);
        return [{ ...withoutEndMark(text, sentence), ...found, shared: common }];
      });
  const all = [...read(views.commentary, false), ...read(views.actions, true)];
  return all.toSorted(tellsMore)[0] ?? null;
}

const caution: readonly Outcome[] = ['changed', 'carried-on', 'done', 'not-stated'];

function tellsMore(a: SpokenOf, b: SpokenOf): number {
  const silent = (one: SpokenOf): number => (one.outcome === 'not-stated' ? 1 : 0);
  return (
    silent(a) - silent(b) ||
    b.shared.weight - a.shared.weight ||
    caution.indexOf(a.outcome) - caution.indexOf(b.outcome) ||
    a.start - b.start
  );
}

function outcomeOf(
  pack: Pack,
  text: string,
  statements: readonly Statement[],
  isAction: boolean,
): { readonly outcome: Outcome; readonly said: string | null } {
  const { changed, carriedOn, done } = pack.followUp.says;
  const signs = [
    ['changed', changed],
    ['carried-on', carriedOn],
    ['done', done],
  ] as const;
  for (const [outcome, set] of signs) {
    for (const statement of statements) {
      const span = matchedSpan(statement, set);
      if (span !== null) return { outcome, said: slice(text, span) };
    }
  }
  return { outcome: isAction ? 'carried-on' : 'not-stated', said: null };
}
