import { Problem } from '../kernel/problem.ts';
import type { AssessmentRow } from '../model/assessment.ts';
import type { Framework } from '../model/framework.ts';
import { comparePeriods } from '../model/period.ts';
import { parseScore, type Score } from '../model/score.ts';
import type { EarlierFramework } from '../model/trends.ts';

/** One objective in one period, as far as trends need it. */
export interface TrendRow {
  readonly objective: number;
  readonly state: AssessmentRow['state'];
  /** Null unless the state is `scored`. */
  readonly score: Score | null;
  /** The score rests on an agreed standard: there is no comment of its own. */
  readonly agreedStandard: boolean;
}

/** The rows of one period, in any order; an objective without a row counts as not scored. */
export interface TrendPeriod {
  readonly period: string;
  readonly rows: readonly TrendRow[];
}

/** What trends are made from: the periods of one organisation in one framework, in any order. */
export interface TrendInput {
  readonly framework: Framework;
  readonly organisation: string;
  readonly periods: readonly TrendPeriod[];
  /** Frameworks that some periods were scored with; their rows stand under the numbers of `framework`. */
  readonly earlierFrameworks?: readonly EarlierFramework[];
}

/**
 * The periods, earliest first, once they are known to fit the framework and one another.
 * @throws Problem TOO_FEW_PERIODS without any period; UNKNOWN_OBJECTIVE for an objective that the framework lacks;
 * BAD_VALUE for a period or an objective that is there twice, or a score that is not one of the framework's
 */
export function orderedPeriods(input: TrendInput): readonly TrendPeriod[] {
  const { framework, periods } = input;
  if (periods.length === 0) {
    throw new Problem('TOO_FEW_PERIODS', {
      place: input.organisation,
      seen: 'no period',
      allowed: 'one period at least, two for a change',
      repair: 'Import an assessment first.',
    });
  }
  for (const [index, { period, rows }] of periods.entries()) {
    if (periods.findIndex((other) => other.period === period) !== index) {
      throw badValue(`period ${period}`, 'the same period twice', 'each period once');
    }
    checkRows(period, rows, framework);
  }
  return periods.toSorted((a, b) => comparePeriods(a.period, b.period));
}

function checkRows(period: string, rows: readonly TrendRow[], framework: Framework): void {
  const known = new Set(framework.objectives.map(({ number }) => number));
  const seen = new Set<number>();
  for (const row of rows) {
    const place = `period ${period}, objective ${row.objective}`;
    if (!known.has(row.objective)) {
      throw new Problem('UNKNOWN_OBJECTIVE', {
        place,
        seen: String(row.objective),
        allowed: `the objectives of ${framework.id}`,
        repair: 'Check the number, and that the assessment is in this framework.',
      });
    }
    if (seen.has(row.objective)) throw badValue(place, 'the same objective twice', 'each objective once');
    seen.add(row.objective);
    if ((row.state === 'scored') !== (row.score !== null)) {
      throw badValue(
        place,
        `${row.state} with score ${row.score?.label ?? 'none'}`,
        'a score where the state is scored',
      );
    }
    if (row.score !== null) checkScore(place, row.score, framework);
  }
}

function checkScore(place: string, score: Score, framework: Framework): void {
  const parsed = parseScore(score.label, framework.levels);
  if (
    parsed === null ||
    parsed.label !== score.label ||
    parsed.achieved !== score.achieved ||
    parsed.workingTowards !== score.workingTowards
  ) {
    const ladder = framework.levels.map(({ level }) => level).join(', ');
    throw badValue(
      place,
      `"${score.label}" for level ${score.achieved}`,
      `${ladder}, or two neighbours with a stroke between`,
    );
  }
}

function badValue(place: string, seen: string, allowed: string): Problem {
  return new Problem('BAD_VALUE', { place, seen, allowed, repair: 'Correct the assessment.' });
}
