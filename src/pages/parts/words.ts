import type { Ceiling, CeilingCause, Stance } from '../../model/advice.ts';
import type { FactorState } from '../../model/factor.ts';
import type { Framework } from '../../model/framework.ts';

/** Each stance with what it asks. */
export const stanceWords: Readonly<Record<Stance, { readonly name: string; readonly means: string }>> = {
  finish: { name: 'Finish', means: 'complete the level that is being worked towards' },
  advance: { name: 'Advance', means: 'go to the next level: an action or a stated course leads there' },
  hold: { name: 'Hold', means: 'stay at this level, which is a respectable target' },
  open: {
    name: 'Open',
    means:
      'stay for now; the next level is not ruled out, and becomes a target when it has an owner and an action',
  },
};

/** Who could lift a limit. */
export const controlWords: Readonly<Record<NonNullable<Ceiling['control']>, string>> = {
  external: 'outside the organisation',
  internal: 'within the organisation',
  mixed: 'partly within the organisation',
};

/** What is known of a circumstance. */
export const factorStateWords: Readonly<Record<FactorState, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',
  claimed: 'Claimed by a score',
};

/** Where a limit comes from. */
export const basisWords: Readonly<Record<CeilingCause['basis'], string>> = {
  criterion: 'the standard’s words for this objective',
  principle: 'the section’s principle',
  comment: 'reason given in the comment',
};

/** Whether an officer has looked at a limit. */
export const standingWords: Readonly<Record<CeilingCause['standing'], string>> = {
  read: 'read from the comment by a rule; nobody has confirmed it yet',
  confirmed: 'confirmed by an officer',
  added: 'added by an officer',
};

/** The same in a word or two, for a list; what is not from a comment is the standard’s. */
export function standingTag({ basis, standing }: Pick<CeilingCause, 'basis' | 'standing'>): string {
  if (basis !== 'comment') return 'from the standard';
  return standing === 'read'
    ? 'read, not confirmed'
    : standing === 'added'
      ? 'added by an officer'
      : standing;
}

/** A level with its name, "3 Mature"; the number alone where the framework has no such level. */
export function levelWords(framework: Framework, level: number): string {
  const name = framework.levels.find((one) => one.level === level)?.name;
  return name === undefined ? String(level) : `${level} ${name}`;
}

/** "1 objective", "2 objectives". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The limit of a ceiling in a few words: "no limit stated", "capped now at 4". */
export function cappedWords(ceiling: Ceiling): string {
  switch (ceiling.capped) {
    case 'now':
      return `capped now, at ${ceiling.level}`;
    case 'later':
      return `capped later, at ${ceiling.level}`;
    case 'no':
      return 'no limit stated';
  }
}
