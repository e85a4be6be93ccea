import { asProblem } from '../../kernel/problem.ts';
import type { Objective } from '../../model/framework.ts';
import type { PackCase } from '../../model/pack-case.ts';
import type { Reading } from '../../model/reading.ts';
import type { Pack } from '../../pack/pack.ts';
import { evaluator } from '../evaluate.ts';
import { pathOf } from '../facts.ts';
import { inputOfCase, runCases } from '../run-cases.ts';
import type { ProofCase, ProofLimit } from './proof-case.ts';
import type { Violation } from './properties.ts';
import { phraseOf, type Snippet, snippetsOf } from './snippets.ts';
import { staying } from './staying.ts';

/** Writes a violation as a worked case, for one of the objectives that the rules treat alike. */
export type Speaker = (violation: Violation, alike: readonly Objective[]) => Promise<PackCase | null>;

/** What a comment is to say: all of it, or one thing. */
type Saying = Pick<ProofCase, 'decision' | 'path' | 'limits'>;

type Given = PackCase['given'];

const nothing: Saying = { decision: 'none', path: 'none', limits: {} };
const mostOfEach = 4;
const mostObjectives = 3;

/**
 * The speaker of a pack: it puts a comment together from words that the pack knows, reads it by the pack's rules, and
 * gives the case only if that says what it is to say and does not come out as expected. Null where it finds no words.
 */
export function speaker(pack: Pack): Speaker {
  const evaluate = evaluator(pack);
  const listen = evaluator(staying(pack));
  const snippets = snippetsOf(pack);
  const heard = new Map<string, Promise<string>>();

  return async (violation, alike) => {
    for (const objective of alike.slice(0, mostObjectives)) {
      for await (const given of writings({ ...violation.one, objective })) {
        const found = caseOf(violation, given);
        if (await fails(found)) return found;
      }
    }
    return null;
  };

  /** What a cell is read to say, in one string; each cell is read once. */
  function hear(given: Given): Promise<string> {
    const key = JSON.stringify(given);
    const found =
      heard.get(key) ?? listen(inputOfCase(holding(given), pack)).then(({ readings }) => read(readings));
    heard.set(key, found);
    return found;
  }

  async function* writings(one: ProofCase): AsyncGenerator<Given> {
    const { objective, score, factors, decision, path, limits } = one;
    const number = objective.number;
    const set = Object.entries(factors).filter(([, state]) => state !== 'unknown');
    const known = set.length === 0 ? {} : { factors: Object.fromEntries(set) };
    const entries = Object.entries(limits);
    const past = entries.filter(([, { level }]) => level < score.achieved);
    const present = entries.filter(([, { level }]) => level >= score.achieved);
    const now: readonly Saying[] = [
      ...present.map(([signal, limit]) => ({ ...nothing, limits: { [signal]: limit } })),
      ...(decision === 'none' ? [] : [{ ...nothing, decision }]),
      ...(path === 'none' ? [] : [{ ...nothing, path }]),
    ];
    const wanted = saying(one);
    for await (const words of together(number, score.label, now)) {
      const comment = joined(words);
      if (past.length === 0) {
        const given = { objective: number, score: score.label, comment, ...known };
        if ((await hear(given)) === wanted) yield given;
        continue;
      }
      const before = String(Math.min(...past.map(([, { level }]) => level)));
      const then = past.map(([signal, limit]) => ({ ...nothing, limits: { [signal]: limit } }));
      for await (const earlier of together(number, before, then)) {
        const given = {
          objective: number,
          score: score.label,
          comment: `${asPrevious()} ${comment}`.trim(),
          previous: { score: before, comment: joined(earlier) },
          ...known,
        };
        if ((await hear(given)) === wanted) yield given;
      }
    }
  }

  /** Ways to say several things, each with words that say just that. */
  async function* together(
    objective: number,
    score: string,
    sayings: readonly Saying[],
  ): AsyncGenerator<readonly Snippet[]> {
    const [first, ...others] = sayings;
    if (first === undefined) {
      yield [];
      return;
    }
    for (const words of await waysToSay(objective, score, first))
      for await (const more of together(objective, score, others)) yield [words, ...more];
  }

  async function waysToSay(objective: number, score: string, one: Saying): Promise<readonly Snippet[]> {
    const [limit] = Object.values(one.limits);
    const wanted = saying(one);
    const found: Snippet[] = [];
    for (const snippet of snippets.flatMap((each) => atLevel(each, limit))) {
      if (found.length === mostOfEach) break;
      if ((await hear({ objective, score, comment: joined([snippet]) })) === wanted) found.push(snippet);
    }
    return found;
  }

  /** Words as they are, and for a limit also with its level named: the one above it, which is out of reach. */
  function atLevel(snippet: Snippet, limit: ProofLimit | undefined): readonly Snippet[] {
    if (limit === undefined) return [snippet];
    const { text } = snippet;
    const ruledOut = limit.level + 1;
    const mention = phraseOf(pack, pack.reading.levelMention, ruledOut);
    const named = text.replace(/(?<![\d/.])\d(?![\d/.]*\d)/g, String(ruledOut));
    return [text, named, `${mention}: ${text}`].map((each) => ({ ...snippet, text: each }));
  }

  function joined(words: readonly Snippet[]): string {
    const [label] = pack.reading.labels.action;
    const of = (part: Snippet['part']) =>
      words
        .filter((each) => each.part === part)
        .map(({ text }) => text)
        .join(' ');
    const action = of('action');
    return [of('commentary'), action === '' ? '' : `${label}: ${action}`]
      .filter((text) => text !== '')
      .join(' ');
  }

  function asPrevious(): string {
    return `${phraseOf(pack, pack.reading.markers.asPrevious)}.`;
  }

  /** Whether a case comes out otherwise than it says, or cannot be answered. */
  async function fails(one: PackCase): Promise<boolean> {
    try {
      const results = await runCases({ ...pack, cases: [one] }, evaluate);
      return results.some(({ passed }) => !passed);
    } catch (thrown) {
      if (asProblem(thrown).code !== 'PACK_BROKEN') throw thrown;
      return true;
    }
  }
}

function caseOf({ property, sentence, expected }: Violation, given: Given): PackCase {
  return { id: `counterexample-${property}`, sentence, given, expected };
}

function holding(given: Given): PackCase {
  return { id: 'heard', sentence: 'Heard.', given, expected: {} };
}

function saying({ decision, path, limits }: Saying): string {
  const said = Object.entries(limits).map(
    ([signal, { strength, level }]) => `${signal} ${strength} ${level}`,
  );
  return JSON.stringify([decision, path, said.toSorted()]);
}

function read([reading]: readonly Reading[]): string {
  if (reading === undefined) return '';
  const said = reading.obstacles.map(({ signal, strength, level }) => `${signal} ${strength} ${level}`);
  const decision = reading.decision === null ? 'none' : 'hold';
  return JSON.stringify([decision, pathOf(reading), [...new Set(said)].toSorted()]);
}
