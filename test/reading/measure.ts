import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluator } from '../../src/engine/evaluate.ts';
import { appliesTo } from '../../src/engine/facts.ts';
import { type Evidence, scoredAdvice } from '../../src/model/advice.ts';
import type { Objective } from '../../src/model/framework.ts';
import { parseScore } from '../../src/model/score.ts';
import type { Pack } from '../../src/pack/pack.ts';

/** A comment with what a careful reader takes from it. */
interface ReadComment {
  readonly id: string;
  readonly score: string;
  readonly text: string;
  readonly expected: {
    readonly causes: readonly { readonly cause: string; readonly strength: string; readonly level: number }[];
    readonly decision: string;
    readonly stance: string;
  };
}

/** Reasons, each a cause with its strength, in a set of comments: expected and read, read only, expected only. */
export interface Tally {
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
}

/** How the rules did on a set of comments. */
export interface Measure {
  readonly name: string;
  readonly n: number;
  readonly all: Tally;
  readonly byCause: ReadonlyMap<string, Tally>;
  /** Of the reasons found, those at the expected level. */
  readonly levelRight: number;
  readonly stanceRight: number;
  readonly decisionRight: number;
  /** Every quote, with the comment that it must be a slice of. */
  readonly quotes: readonly { readonly text: string; readonly evidence: Evidence }[];
}

/** The comments of a file of `test/`. */
export function commentsIn(name: string): readonly ReadComment[] {
  const file = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const content: { readonly comments: readonly ReadComment[] } = JSON.parse(readFileSync(file, 'utf8'));
  return content.comments;
}

/** Reads each comment as the only row of an assessment, of an objective that the rubric itself does not cap. */
export async function measure(pack: Pack, name: string, comments: readonly ReadComment[]): Promise<Measure> {
  const evaluate = evaluator(pack);
  const objective = uncapped(pack).number;
  const tallies = new Map(pack.causes.map(({ id }) => [id, { found: 0, missed: 0, wrong: 0 }]));
  const right = { level: 0, stance: 0, decision: 0 };
  const quotes: { text: string; evidence: Evidence }[] = [];

  for (const { id, score: written, text, expected } of comments) {
    const score = parseScore(written, pack.framework.levels);
    if (score === null) throw new Error(`${name} ${id}: no score: ${written}`);
    const row = { objective, text, state: 'scored' as const, score };
    const assessment = { framework: pack.id, organisation: 'anywhere', period: '2031', rows: [row] };
    const input = { assessment, earlier: [], period: '2032', factors: {}, corrections: [] };
    const { advice, readings } = await evaluate(input);
    const [advised] = scoredAdvice(advice);
    const [reading] = readings;
    if (advised === undefined || reading === undefined) throw new Error(`${name} ${id}: no advice`);

    const { causes } = advised.ceiling;
    const count = (cause: string, what: keyof Tally) => {
      const tally = tallies.get(cause);
      if (tally !== undefined) tally[what] += 1;
    };
    const wanted = new Map(expected.causes.map((each) => [`${each.cause} ${each.strength}`, each]));
    const seen = new Map(causes.toReversed().map((each) => [`${each.cause} ${each.strength}`, each]));
    for (const [key, { cause, level }] of wanted) {
      count(cause, seen.has(key) ? 'found' : 'missed');
      if (seen.get(key)?.level === level) right.level += 1;
    }
    for (const [key, { cause }] of seen) if (!wanted.has(key)) count(cause, 'wrong');
    if (advised.target.stance === expected.stance) right.stance += 1;
    if ((reading.decision === null ? 'none' : 'hold') === expected.decision) right.decision += 1;
    const evidence = [...causes.flatMap((cause) => cause.evidence), ...advised.target.evidence];
    quotes.push(...evidence.map((each) => ({ text, evidence: each })));
  }
  return {
    name,
    n: comments.length,
    all: [...tallies.values()].reduce(
      (sum, { found, missed, wrong }) => ({
        found: sum.found + found,
        missed: sum.missed + missed,
        wrong: sum.wrong + wrong,
      }),
      { found: 0, missed: 0, wrong: 0 },
    ),
    byCause: tallies,
    levelRight: right.level,
    stanceRight: right.stance,
    decisionRight: right.decision,
    quotes,
  };
}

/** Of what the rules claim, the share that is right; 1 where they claim nothing. */
export function precision({ found, wrong }: Tally): number {
  return found + wrong === 0 ? 1 : found / (found + wrong);
}

/** Of what is there, the share that the rules find; 1 where nothing is there. */
export function recall({ found, missed }: Tally): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}

/** The figures of several sets in one table. */
export function figures(measures: readonly Measure[]): string {
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const tallied = (tally: Tally) => [
    String(tally.found),
    String(tally.missed),
    String(tally.wrong),
    percent(precision(tally)),
    percent(recall(tally)),
  ];
  const rows = measures.flatMap(({ name, n, all, byCause, levelRight, stanceRight, decisionRight }) => [
    [
      name,
      String(n),
      ...tallied(all),
      `${levelRight}/${all.found}`,
      `${stanceRight}/${n}`,
      `${decisionRight}/${n}`,
    ],
    ...[...byCause].map(([cause, tally]) => [`  ${cause}`, '', ...tallied(tally), '', '', '']),
  ]);
  const head = ['set', 'n', 'found', 'missed', 'wrong', 'precision', 'recall', 'level', 'stance', 'decision'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function uncapped({ framework, ceilings }: Pack): Objective {
  const found = framework.objectives.find(
    (objective) => !ceilings.some((rule) => rule.basis !== 'comment' && appliesTo(rule, objective)),
  );
  if (found === undefined) throw new Error('the rubric caps every objective');
  return found;
}
