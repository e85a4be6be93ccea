import { sha256 } from '../../kernel/canonical.ts';
import type { KeptAnswer, PastedWording, Statement } from '../../model/statement.ts';
import type { Pack } from '../../pack/pack.ts';
import type { AnsweredStatement, CriteriaLevel } from './objective-criteria.ts';

/**
 * The levels of an objective in statements, from the lowest. What the pack holds in full comes first; where it does not,
 * what an officer pasted; else what a comment quotes, which may leave something out. A text without parts is one statement.
 */
export function levelStatements(
  { framework, criteria }: Pack,
  objective: number,
  wording: readonly PastedWording[],
  answers: readonly KeptAnswer[],
): readonly CriteriaLevel[] {
  return framework.levels
    .toSorted((a, b) => a.level - b.level)
    .map(({ level, name }) => {
      const own = criteria.find((each) => each.objective === objective && each.level === level);
      const pasted = wording.find((each) => each.level === level);
      const said = answers.filter((each) => each.level === level);
      const written = own?.statements ?? named(level, own === undefined ? [] : [own.text]);
      const statements = (list: readonly Statement[]) => list.map((statement) => answered(statement, said));
      if (own?.held === 'full')
        return {
          level,
          name,
          source: 'full',
          pasted: null,
          complete: true,
          statements: statements(written),
        };
      if (pasted !== undefined) {
        const { lines, by, at } = pasted;
        return {
          level,
          name,
          source: 'pasted',
          pasted: { by, at },
          complete: true,
          statements: statements(named(level, lines)),
        };
      }
      return {
        level,
        name,
        source: own === undefined ? 'none' : 'as-quoted',
        pasted: null,
        complete: false,
        statements: statements(written),
      };
    });
}

/** Statements without ids of their own get one from their level and words, so that it stays while the words do. */
function named(level: number, texts: readonly string[]): readonly Statement[] {
  return texts.map((text) => ({ id: `${level}-${sha256(text).slice(0, 8)}`, text }));
}

function answered(statement: Statement, said: readonly KeptAnswer[]): AnsweredStatement {
  const kept = said.find(({ text }) => text === statement.text);
  return kept === undefined
    ? { ...statement, answer: 'not-evidenced', answered: null }
    : { ...statement, answer: kept.answer, answered: { by: kept.by, at: kept.at } };
}
