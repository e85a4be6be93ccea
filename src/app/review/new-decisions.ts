import { Problem } from '../../kernel/problem.ts';
import type { Strength } from '../../model/advice.ts';
import type { Pack } from '../../pack/pack.ts';
import type { NewDecision } from '../../records/corrections.ts';
import { plainLine } from '../workspace/plain-line.ts';
import { checkedCause, checkedFactor, checkedLevel, usualFactor } from './checked-limit.ts';
import type { Decision } from './decision.ts';
import { readingGone } from './reading-gone.ts';
import { decidedMeant, readingMeant } from './reading-meant.ts';
import type { ReviewedObjective, ReviewedReading } from './review-report.ts';
import { wordsInCell } from './words-in-cell.ts';

/** What is kept of a decision: one entry, or two where a reason is given another cause. @throws Problem BAD_VALUE, UNKNOWN_FACTOR, READING_GONE */
export function newDecisions(
  pack: Pack,
  reviewed: ReviewedObjective,
  request: Decision,
): readonly NewDecision[] {
  const { objective } = reviewed;
  const reason = reasonOf(request);
  switch (request.decision) {
    case 'withdraw': {
      const { period, quote, cause } = decidedMeant(reviewed, request);
      return [{ objective, period, quote, cause, decision: 'withdraw', reason }];
    }
    case 'dismiss': {
      const { period, quote, cause } = readingMeant(reviewed, request);
      return [{ objective, period, quote, cause, decision: 'dismiss', reason: required(reason) }];
    }
    case 'add':
      return [added(pack, reviewed, request, required(reason))];
    case 'confirm':
    case 'correct': {
      const meant = readingMeant(reviewed, request);
      const changes = [request.cause, request.level, request.factor, request.strength];
      if (changes.some((change) => change !== undefined))
        return corrected(pack, reviewed, meant, request, required(reason));
      if (request.decision === 'confirm') return [confirmed(objective, meant, reason)];
      throw new Problem('BAD_VALUE', {
        place: 'correct',
        seen: 'nothing that differs',
        allowed: 'another cause, level, factor or strength',
        repair: 'Say what is different, or confirm it as it is.',
      });
    }
  }
}

/** A confirmation that changes the standing alone; a possible limit that is confirmed is one. */
function confirmed(objective: number, reading: ReviewedReading, reason: string): NewDecision {
  const { period, quote, cause, factor, standing, level } = reading;
  return {
    ...{ objective, period, quote, cause, factor, reason },
    decision: standing === 'added' ? 'add' : 'confirm',
    level: standing === 'read' ? null : level,
    strength: 'stated',
  };
}

function corrected(
  pack: Pack,
  reviewed: ReviewedObjective,
  reading: ReviewedReading,
  request: Decision,
  reason: string,
): readonly NewDecision[] {
  const { objective } = reviewed;
  const { period, quote, standing } = reading;
  const cause = request.cause === undefined ? reading.cause : checkedCause(pack, request.cause);
  const same = cause === reading.cause;
  const usual = same ? reading.factor : usualFactor(pack, cause);
  const limit = {
    cause,
    level: request.level === undefined ? reading.level : checkedLevel(pack, request.level),
    factor: checkedFactor(pack, cause, request.factor === undefined ? usual : request.factor),
    strength: request.strength ?? strengthOf(reading),
  };
  const shared = { objective, period, quote, reason };
  if (same) return [{ ...shared, ...limit, decision: standing === 'added' ? 'add' : 'confirm' }];
  refuseSecond(reviewed, { period, quote, cause });
  const before =
    standing === 'added'
      ? { ...shared, cause: reading.cause, decision: 'withdraw' as const }
      : { ...shared, cause: reading.cause, decision: 'dismiss' as const };
  return [before, { ...shared, ...limit, decision: 'add' }];
}

/** What somebody looks at and corrects is so, unless they say that it is only possible. */
function strengthOf({ standing, strength }: ReviewedReading): Strength {
  return standing === 'read' ? 'stated' : strength;
}

function added(pack: Pack, reviewed: ReviewedObjective, request: Decision, reason: string): NewDecision {
  const { objective, cells } = reviewed;
  const cause = checkedCause(pack, request.cause ?? '');
  const level = checkedLevel(pack, request.level ?? null);
  const factor = checkedFactor(
    pack,
    cause,
    request.factor === undefined ? usualFactor(pack, cause) : request.factor,
  );
  const written = request.quote ?? '';
  if (written.trim() === '')
    throw new Problem('BAD_VALUE', {
      place: 'quote',
      seen: 'nothing',
      allowed: 'words of the comment',
      repair: 'Copy the words of the comment that give the reason.',
    });
  if (!/\p{L}{3,}/u.test(written))
    throw new Problem('BAD_VALUE', {
      place: 'quote',
      seen: JSON.stringify(written.trim().slice(0, 40)),
      allowed: 'at least one word of three letters or more',
      repair: 'Copy enough of the comment that others can see what the reason rests on.',
    });
  const found = cells
    .filter(({ period }) => request.period === undefined || period === request.period)
    .flatMap(({ period, text }) => {
      const quote = wordsInCell(text, written);
      return quote === null ? [] : [{ period, quote }];
    });
  const [place] = found;
  if (place === undefined) throw readingGone(objective, request.period ?? cells[0]?.period ?? '', written);
  refuseSecond(reviewed, { ...place, cause });
  const strength = request.strength ?? 'stated';
  return { objective, ...place, cause, level, factor, strength, decision: 'add', reason };
}

/** The same words give a cause once. */
function refuseSecond(
  { readings }: ReviewedObjective,
  { period, quote, cause }: { readonly period: string; readonly quote: string; readonly cause: string },
): void {
  const there = readings.some(
    (each) => each.period === period && each.quote === quote && each.cause === cause,
  );
  if (!there) return;
  throw new Problem('BAD_VALUE', {
    place: 'cause',
    seen: `${cause}, which these words give already`,
    allowed: 'a cause that they do not give yet',
    repair: 'Confirm or correct the one that is there, or withdraw it first.',
  });
}

/** The reason as one line, empty where none is given. @throws Problem BAD_VALUE */
function reasonOf({ reason = '' }: Decision): string {
  return reason.trim() === '' ? '' : plainLine('reason', reason, 1000, 'Say why.');
}

function required(reason: string): string {
  if (reason !== '') return reason;
  throw new Problem('BAD_VALUE', {
    place: 'reason',
    seen: 'nothing',
    allowed: 'a sentence',
    repair: 'Say why: others will read it beside the comment.',
  });
}
