import type { Ceiling, CeilingCause } from '../model/advice.ts';
import type { FactorState } from '../model/factor.ts';
import type { Score } from '../model/score.ts';
import type { TargetRule } from '../model/target-rule.ts';
import type { Pack } from '../pack/pack.ts';

/** Why a ceiling is where it is, in plain sentences. */
export function explainCeiling(
  ceiling: Omit<Ceiling, 'because'>,
  factors: Readonly<Record<string, FactorState>>,
  pack: Pack,
): string {
  const binding = ceiling.causes.filter((cause) => cause.binding);
  const possible = ceiling.causes.filter(({ strength }) => strength === 'hedged');
  const limits = binding.map((cause) => explainCause(cause, pack)).join('; ');
  return [
    binding.length === 0 ? 'No limit stated.' : `Level ${ceiling.level} is the limit: ${limits}.`,
    ...controlSentence(ceiling),
    ...claimSentences(binding, factors, pack),
    ...possible.map((cause) => `A possible limit: ${explainCause(cause, pack)}.`),
  ].join(' ');
}

function explainCause(cause: CeilingCause, pack: Pack): string {
  const reason = nameOf(cause, pack);
  if (cause.basis === 'comment')
    return `${whereFrom(cause)} gives ${reason} as the reason, ${quoteOf(cause)} (${standingWords[cause.standing]})`;
  const assumed = cause.assumed
    ? ' (assumed, because the objective’s own words for that level are not held)'
    : '';
  return `${whereFrom(cause)} needs ${reason}, ${quoteOf(cause)}${assumed}`;
}

const standingWords = {
  read: 'read, not confirmed',
  confirmed: 'confirmed by an officer',
  added: 'added by an officer',
} as const;

function whereFrom(cause: CeilingCause): string {
  const [evidence] = cause.evidence;
  if (evidence === undefined || evidence.source === 'comment') {
    return cause.standing === 'added' ? 'an officer' : `the ${evidence?.period ?? ''} comment`;
  }
  return evidence.source === 'criterion'
    ? `the criterion for level ${evidence.level}`
    : `the section’s principle for level ${evidence.level}`;
}

/** A score elsewhere that implies a circumstance does not lift a limit by itself: the organisation is asked. */
function claimSentences(
  binding: readonly CeilingCause[],
  factors: Readonly<Record<string, FactorState>>,
  pack: Pack,
): readonly string[] {
  const claimed = pack.factors
    .filter(({ id }) => factors[id] === 'claimed' && binding.some(({ factor }) => factor === id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return claimed.map(
    ({ name }) => `Another score claims the circumstance “${name}”: confirming it lifts this limit.`,
  );
}

function nameOf(cause: CeilingCause, pack: Pack): string {
  return pack.causes.find(({ id }) => id === cause.cause)?.name ?? cause.cause;
}

function quoteOf(cause: CeilingCause): string {
  return cause.evidence.map(({ quote }) => `“${quote.replace(/[\s.]+$/u, '')}”`).join(' and ');
}

function controlSentence({ control }: Omit<Ceiling, 'because'>): readonly string[] {
  switch (control) {
    case null:
      return [];
    case 'external':
      return ['Lifting it is outside the organisation’s control.'];
    case 'internal':
      return ['Lifting it is within the organisation’s control.'];
    case 'mixed':
      return ['Lifting it is only partly within the organisation’s control.'];
  }
}

/** Why a target is suggested: the rule's sentence, filled in. */
export function explainTarget(
  rule: TargetRule,
  score: Score,
  next: number,
  ceiling: Ceiling,
  quote: string | null,
  pack: Pack,
): string {
  const values: Readonly<Record<string, string>> = {
    score: score.label,
    achieved: String(score.achieved),
    next: String(next),
    ceiling: String(ceiling.level),
    reasons: reasonsOf(ceiling, pack),
    quote: quote === null ? '' : `“${quote}”`,
  };
  return rule.because.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The reasons for a ceiling in short: "regulation (the 2023 comment, read)"; the top of the scale where there is none. */
function reasonsOf(ceiling: Ceiling, pack: Pack): string {
  const binding = ceiling.causes.filter((cause) => cause.binding);
  if (binding.length === 0) return 'the top of the scale';
  const reasons = binding.map((cause) => {
    const standing = cause.basis === 'comment' && cause.standing !== 'added' ? `, ${cause.standing}` : '';
    return `${nameOf(cause, pack)} (${whereFrom(cause)}${standing})`;
  });
  return [...new Set(reasons)].join(' and ');
}
