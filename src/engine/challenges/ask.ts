import type { Challenge, ChallengeQuote } from '../../model/challenge.ts';
import type { ChallengeKind } from '../../model/challenge-rules.ts';
import type { Reading } from '../../model/reading.ts';
import type { Pack } from '../../pack/pack.ts';

/** What is asked: the place, the values that the pack's question has filled in, and the words that it rests on. */
export interface Asked {
  readonly kind: ChallengeKind;
  readonly row: Pick<Reading, 'objective' | 'period'>;
  readonly values: Readonly<Record<string, string | number>>;
  readonly quotes: readonly ChallengeQuote[];
}

/** A challenge in the pack's words; none where the pack does not ask about its kind. */
export function ask(pack: Pack, { kind, row, values, quotes }: Asked): readonly Challenge[] {
  const wording = pack.challenges.kinds[kind];
  if (wording === undefined) return [];
  const { objective, period } = row;
  const all: Asked['values'] = { ...values, objective, period };
  const question = wording.question.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    String(all[name] ?? whole),
  );
  return [{ kind, objective, period, question, quotes: [...quotes] }];
}
