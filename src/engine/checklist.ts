import type { Statement, StatementAnswer } from '../model/statement.ts';

/** One level of a checklist. */
export interface ChecklistLevel {
  readonly level: number;
  /** Whether its statements are all that it asks for. What is known in part can rule a level out, and never awards it. */
  readonly complete: boolean;
  /** Empty where its text is not held: whether it is met is unknown then. */
  readonly statements: readonly (Statement & { readonly answer: StatementAnswer })[];
}

/** The levels that an objective can be at, as far as answers say; `low` is never above `high`. */
export interface LevelInterval {
  /** Every level up to here is met. */
  readonly low: number;
  /** No level up to here is known not to be met. */
  readonly high: number;
}

/** What is missing on the way from one level to another. */
export interface Standing {
  /** Statements that are not met or not evidenced, in order of level, then as they are held. */
  readonly statements: readonly (Statement & { readonly level: number; readonly answer: StatementAnswer })[];
  /** Levels of which not all is held, in order: nobody can say yet that they are met. */
  readonly unknown: readonly number[];
}

/**
 * The levels that answers leave open. A level counts only if all below it count. The lowest level is the floor: it is
 * always held, whatever is answered there, since there is none below. Going up from it, the low pass takes levels whose
 * statements are all held and all met; the high pass takes every level without a statement that is not met. So a level
 * without statements stops the low pass and lets the high pass through: unknown awards nothing and rules nothing out.
 * @param levels every level of the framework, in any order; at least one
 */
export function levelInterval(levels: readonly ChecklistLevel[]): LevelInterval {
  const [floor, ...above] = inOrder(levels);
  if (floor === undefined) throw new Error('a framework has no levels');
  return {
    low: passed(floor.level, above, isMet),
    high: passed(floor.level, above, ({ statements }) =>
      statements.every(({ answer }) => answer !== 'not-met'),
    ),
  };
}

/**
 * Which statements stand between a level and a higher one: those of the levels above `from`, up to `to`, that are not
 * met. Nothing of the lowest level stands anywhere. Nothing is missing exactly where `to` is at most `from` or every
 * level on the way is met.
 */
export function standingBetween(levels: readonly ChecklistLevel[], from: number, to: number): Standing {
  const [, ...above] = inOrder(levels);
  const way = above.filter(({ level }) => level > from && level <= to);
  return {
    statements: way.flatMap(({ level, statements }) =>
      statements.filter(({ answer }) => answer !== 'met').map((statement) => ({ ...statement, level })),
    ),
    unknown: way.filter((each) => !isHeld(each)).map(({ level }) => level),
  };
}

function inOrder(levels: readonly ChecklistLevel[]): readonly ChecklistLevel[] {
  return levels.toSorted((a, b) => a.level - b.level);
}

function isHeld({ complete, statements }: ChecklistLevel): boolean {
  return complete && statements.length > 0;
}

function isMet(level: ChecklistLevel): boolean {
  return isHeld(level) && level.statements.every(({ answer }) => answer === 'met');
}

function passed(
  floor: number,
  above: readonly ChecklistLevel[],
  counts: (level: ChecklistLevel) => boolean,
): number {
  const stop = above.findIndex((level) => !counts(level));
  return (stop === -1 ? above : above.slice(0, stop)).at(-1)?.level ?? floor;
}
