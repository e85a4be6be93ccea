import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { matches } from '../../kernel/schema.ts';

const KeptFile = Type.Object({ key: Type.String(), answers: Type.Record(Type.String(), Type.Unknown()) });
type KeptFile = Static<typeof KeptFile>;

/** Answers that take long to work out, kept in a file from one run to the next. */
export interface KeptAnswers {
  /** The answer of a name: as kept where it has its form, else worked out, and then remembered. */
  readonly answer: <Answer>(
    name: string,
    isAnswer: (value: unknown) => value is Answer,
    make: () => Promise<Answer>,
  ) => Promise<Answer>;
  /** Writes what was worked out anew; where that cannot be done, it is worked out anew the next time. */
  readonly save: () => void;
}

/**
 * The answers in a file that were kept under a key: with another key there are none. The file can be taken away at any
 * time; one that is damaged counts as none.
 */
export function keptAnswers(file: string, key: string): KeptAnswers {
  const answers = new Map(Object.entries(load(file, key)));
  const working = new Map<string, Promise<unknown>>();
  let fresh = false;
  return {
    answer: async (name, isAnswer, make) => {
      const held = answers.get(name);
      if (isAnswer(held)) return held;
      const begun = working.get(name) ?? make();
      working.set(name, begun);
      try {
        const made = await begun;
        if (!isAnswer(made)) throw new Error(`${name} is not of the form that it is kept in`);
        answers.set(name, made);
        fresh = true;
        return made;
      } finally {
        working.delete(name);
      }
    },
    save: () => {
      if (!fresh) return;
      save(file, { key, answers: Object.fromEntries(answers) });
      fresh = false;
    },
  };
}

function load(file: string, key: string): KeptFile['answers'] {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return matches(KeptFile, content) && content.key === key ? content.answers : {};
  } catch {
    return {};
  }
}

function save(file: string, content: KeptFile): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, JSON.stringify(content));
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}
