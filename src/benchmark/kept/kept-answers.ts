import { type Static, Type } from 'typebox';
import { matches } from '../../kernel/schema.ts';
import { type KeptPlace, readKept, writeKept } from '../disclosure/kept-file.ts';

const Answers = Type.Record(Type.String(), Type.Unknown());

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
 * The answers that were kept in a place under its key: with another key there are none. The file can be taken away at
 * any time; one that is damaged, or a link, counts as none.
 */
export function keptAnswers(place: KeptPlace): KeptAnswers {
  const answers = new Map(Object.entries(load(place)));
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
      writeKept(place, Buffer.from(JSON.stringify(Object.fromEntries(answers))));
      fresh = false;
    },
  };
}

function load(place: KeptPlace): Static<typeof Answers> {
  const kept = readKept(place);
  if (kept === null) return {};
  try {
    const content: unknown = JSON.parse(kept.toString('utf8'));
    return matches(Answers, content) ? content : {};
  } catch {
    return {};
  }
}
