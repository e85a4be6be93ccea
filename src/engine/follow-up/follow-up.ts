import type { Quoted } from '../../model/advice.ts';
import type { FollowedAction, Outcome } from '../../model/follow-up.ts';
import type { Reading } from '../../model/reading.ts';
import { type Span, slice } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { sentencesIn, withoutEndMark } from '../reading/sentences.ts';
import { type StatementReader, statementReader } from '../reading/statements.ts';
import type { Word } from '../reading/words.ts';
import { type Reference, referenceFinder } from './references.ts';
import { sharedSubject } from './shared-subject.ts';
import { type SpokenOf, spokenOf } from './spoken-of.ts';

/**
 * What became of each action of the earlier period, in order of objective and place:
 *
 * ```text
 * action ─▶ its words (with the sentence that it takes up) ─▶ sentences of the later row that share enough of them
 *   ─▶ what the best of them says: done, carried on, changed; else the rows that are referred to; else not stated
 * ```
 *
 * A later comment that stands on the previous one carries its actions on. So does one with actions, where the earlier
 * row says that its own is to be carried forward. The order of rows changes nothing; empty without earlier actions.
 */
export function followUp(
  pack: Pack,
  earlier: readonly Reading[],
  later: readonly Reading[],
): readonly FollowedAction[] {
  const statements = statementReader(pack);
  const references = referenceFinder(pack);
  const rows = new Map(later.map((row) => [row.objective, row]));
  return earlier
    .toSorted((a, b) => a.objective - b.objective)
    .flatMap((row) => row.views.actions.map((action) => follow(row, action)));

  function follow(row: Reading, action: Span): FollowedAction {
    const own = rows.get(row.objective);
    const words = actionWords(pack, statements, row, action);
    const shared = sharedSubject(pack, row.objective);
    const tell = (other: Reading | undefined): SpokenOf | null =>
      other === undefined ? null : spokenOf(pack, statements, words, other, shared);
    const result = (outcome: Outcome, to: [Reading, Span] | null, why: string): FollowedAction => ({
      objective: row.objective,
      from: quoted(row, withoutEndMark(row.text, action)),
      outcome,
      to: to === null ? null : { objective: to[0].objective, ...quoted(...to) },
      why,
      standing: 'read',
    });

    if (own === undefined) return result('not-stated', null, 'There is no later row for it.');
    const { period, views } = own;
    if (views.asPrevious !== null) {
      const why = `The ${period} comment stands on that of ${row.period}, which has this action.`;
      return result('carried-on', [own, withoutEndMark(own.text, views.asPrevious)], why);
    }
    const inOwn = tell(own);
    if (inOwn !== null && inOwn.outcome !== 'not-stated') {
      return result(inOwn.outcome, [own, inOwn], because(own, row, inOwn));
    }
    const [again] = views.actions;
    if (row.views.carriedForward !== null && again !== undefined) {
      const why = `The ${row.period} comment says that it is carried forward, and the ${period} row has this action.`;
      return result('carried-on', [own, withoutEndMark(own.text, again)], why);
    }
    for (const objective of referredTo(row, action, own)) {
      const other = rows.get(objective);
      const there = tell(other);
      if (other !== undefined && there !== null && there.outcome !== 'not-stated') {
        return result(there.outcome, [other, there], because(other, row, there));
      }
    }
    if (inOwn !== null) return result('not-stated', [own, inOwn], because(own, row, inOwn));
    return result('not-stated', null, `No sentence of the ${period} row was found to speak of it.`);
  }

  /** The other objectives that the action, or the later row, refers to, in order of number. */
  function referredTo(row: Reading, action: Span, own: Reading): readonly number[] {
    const inAction = ({ start, end }: Reference): boolean => action.start <= start && end <= action.end;
    const found = [...references(row).filter(inAction), ...references(own)];
    const objectives = new Set(found.flatMap((reference) => reference.objectives));
    objectives.delete(row.objective);
    return [...objectives].sort((a, b) => a - b);
  }
}

/** The words of an action; with those of the sentence before it, where it begins by taking that up ("This will be"). */
function actionWords(
  pack: Pack,
  statements: StatementReader,
  { text, views }: Reading,
  action: Span,
): readonly Word[] {
  const said = statements.whole(text, action);
  if (said.match(pack.followUp.takesUp)?.start !== 0) return said.words;
  const before = views.commentary
    .flatMap((span) => sentencesIn(text, span))
    .filter(({ end }) => end <= action.start);
  const last = before.at(-1);
  return last === undefined ? said.words : [...statements.whole(text, last).words, ...said.words];
}

function because(to: Reading, from: Reading, { outcome, said, shared }: SpokenOf): string {
  const where =
    to.objective === from.objective ? `The ${to.period} row` : `The ${to.period} row of #${to.objective}`;
  const speaks = `${where} speaks of it (it shares ${listed(shared.words)})`;
  if (said !== null) return `${speaks} and says “${said}”.`;
  return outcome === 'carried-on'
    ? `${speaks}, again as an action.`
    : `${speaks}, and does not say what became of it.`;
}

function listed(words: readonly string[]): string {
  const marked = words.map((word) => `“${word}”`);
  return marked.length < 2 ? marked.join('') : `${marked.slice(0, -1).join(', ')} and ${marked.at(-1)}`;
}

function quoted({ period, text }: Reading, { start, end }: Span): Quoted {
  return { period, quote: slice(text, { start, end }), start, end };
}
