import type { Ceiling, CeilingCause } from '../model/advice.ts';
import type { Score } from '../model/score.ts';
import type { TargetRule } from '../model/target-rule.ts';
import type { Pack } from '../pack/pack.ts';

/** Why a ceiling is where it is, in plain sentences. */
export function explainCeiling(ceiling: Omit<Ceiling, 'because'>, pack: Pack): string {
  const binding = ceiling.causes.filter((cause) => cause.binding);
  const possible = ceiling.causes.filter(({ strength }) => strength === 'hedged');
  const limits = binding.map((cause) => explainCause(cause, pack));
  const opening = limits.length === 0 ? ['No limit stated.'] : limits;
  const hedged = possible.map(
    (cause) =>
      `A possible limit, not confirmed: ${nameOf(cause, pack)}, from ${whereFrom(cause)}: ${quoteOf(cause)}.`,
  );
  return [...opening, ...controlSentence(ceiling), ...hedged].join(' ');
}

function explainCause(cause: CeilingCause, pack: Pack): string {
  const limit = `Level ${cause.level} is the limit`;
  if (cause.basis === 'comment') {
    return `${limit}: ${whereFrom(cause)} gives ${nameOf(cause, pack)} as the reason, ${quoteOf(cause)}.`;
  }
  const assumed = cause.assumed ? ' This is assumed: the objective’s own words are not held.' : '';
  return `${limit}: ${whereFrom(cause)} needs ${nameOf(cause, pack)}, ${quoteOf(cause)}.${assumed}`;
}

function whereFrom(cause: CeilingCause): string {
  const [evidence] = cause.evidence;
  if (evidence === undefined || evidence.source === 'comment') {
    return cause.standing === 'added' ? 'an officer' : `the ${evidence?.period ?? ''} comment`;
  }
  return evidence.source === 'criterion'
    ? `the criterion for level ${evidence.level}`
    : `the section’s principle for level ${evidence.level}`;
}

function nameOf(cause: CeilingCause, pack: Pack): string {
  return pack.causes.find(({ id }) => id === cause.cause)?.name ?? cause.cause;
}

function quoteOf(cause: CeilingCause): string {
  return cause.evidence.map(({ quote }) => `“${quote}”`).join(' and ');
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
): string {
  const values: Readonly<Record<string, string>> = {
    score: score.label,
    achieved: String(score.achieved),
    next: String(next),
    ceiling: ceiling.because,
    quote: quote === null ? '' : `“${quote}”${/[.!?]$/.test(quote) ? '' : '.'}`,
  };
  return rule.because.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole).trim();
}
