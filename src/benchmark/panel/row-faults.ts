import { textLiteral } from '../../duckdb/text-literal.ts';
import type { DiagnosticCode } from '../../kernel/diagnostics.ts';
import { bottomLevel, type Framework, topLevel } from '../../model/framework.ts';
import { partWords } from './cleaned-rows.ts';
import type { PanelColumn } from './panel-columns.ts';
import type { PanelRules } from './panel-rules.ts';

/** One thing that can be wrong with the values of a row, told from that row alone. */
export interface RowFault {
  readonly code: DiagnosticCode;
  readonly column: PanelColumn;
  /** Whether a row of `cleaned` has it, as SQL that is never null. */
  readonly where: string;
  /** What was seen, as SQL for text. */
  readonly seen: string;
  readonly allowed: string;
  readonly repair: string;
}

/** The most characters that the name or code of an organisation has. */
const longestOrganisation = 200;

/**
 * What the rows of a panel of one framework are checked for.
 * @param known the frameworks that there are rules for
 */
export function rowFaults(
  { framework, causes, factors }: PanelRules,
  known: readonly string[],
): readonly RowFault[] {
  const objectives = framework.objectives.map(({ number }) => number);
  const factorIds = factors.map(({ id }) => id);
  const causeIds = causes.map(({ id }) => id);
  const number = `regexp_full_match(objective, '\\d{1,9}')`;
  return [
    ...(['organisation', 'framework', 'period', 'objective'] as const).map(
      (column): RowFault => ({
        code: 'panel/cell-empty',
        column,
        where: `${column} = ''`,
        seen: `'nothing'`,
        allowed: 'a value in every row',
        repair: `Give the ${column}, or take the row away.`,
      }),
    ),
    {
      code: 'panel/organisation-unreadable',
      column: 'organisation',
      where: `regexp_matches(organisation, '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\x{FFFD}]') OR length(organisation) > ${longestOrganisation}`,
      seen: 'organisation',
      allowed: `at most ${longestOrganisation} characters, all of them to be seen`,
      repair: 'Give the code or the name of the organisation alone.',
    },
    {
      code: 'panel/framework-unknown',
      column: 'framework',
      where: `framework <> '' AND framework NOT IN ${list(known)}`,
      seen: 'framework',
      allowed: known.join(', '),
      repair: 'Give the id of a framework that there are rules for.',
    },
    {
      code: 'panel/framework-mixed',
      column: 'framework',
      where: `framework IN ${list(known)} AND framework <> ${textLiteral(framework.id)}`,
      seen: 'framework',
      allowed: framework.id,
      repair: 'A panel holds one framework: put these rows into a panel of their own.',
    },
    {
      code: 'panel/period-unreadable',
      column: 'period',
      where: `period <> '' AND NOT in_time`,
      seen: 'period',
      allowed: 'a year such as 2023, or 2023-24',
      repair: 'Write the period so.',
    },
    {
      code: 'panel/objective-unknown',
      column: 'objective',
      where: `objective <> '' AND NOT (${number} AND coalesce(try_cast(objective AS INTEGER), -1) IN (${objectives.join(', ')}))`,
      seen: 'objective',
      allowed: objectiveNumbers(objectives),
      repair: `Give the number of an objective of ${framework.id}.`,
    },
    {
      code: 'panel/state-unknown',
      column: 'state',
      where: `state NOT IN ('scored', 'not-applicable', 'not-scored')`,
      seen: 'state',
      allowed: 'scored, not-applicable, not-scored',
      repair: 'Write one of these, or leave it empty.',
    },
    {
      code: 'panel/state-against-score',
      column: 'state',
      where: `(state = 'scored' AND score = '') OR (state IN ('not-applicable', 'not-scored') AND score <> '')`,
      seen: `state || CASE WHEN score = '' THEN ' without a score' ELSE ' with the score ' || score END`,
      allowed: 'a score where the state is scored, and nowhere else',
      repair: 'Give the score, or another state.',
    },
    {
      code: 'panel/score-unreadable',
      column: 'score',
      where: `score <> '' AND NOT readable`,
      seen: 'score',
      allowed: scoreExamples(framework),
      repair: 'Write the score as a level, or as two that follow each other.',
    },
    {
      code: 'panel/level-out-of-range',
      column: 'score',
      where: 'readable AND NOT on_scale',
      seen: 'score',
      allowed: scoreExamples(framework),
      repair: 'Give a level of the framework.',
    },
    ...(['agreed_standard', 'carried', 'invented'] as const).map(
      (column): RowFault => ({
        code: 'panel/answer-unknown',
        column,
        where: `${column} NOT IN ('', 'yes', 'no', 'true', 'false')`,
        seen: column,
        allowed: 'yes, no',
        repair: 'Write yes or no, or leave it empty, which is no.',
      }),
    ),
    {
      code: 'panel/factor-unknown',
      column: 'factors',
      where: 'wrong_factor IS NOT NULL',
      seen: 'wrong_factor',
      allowed: `${factorIds.join(', ') || 'none'}; each = ${partWords.settings.join(', ')}`,
      repair: 'Write id=setting, with a semicolon between two.',
    },
    {
      code: 'panel/cause-unknown',
      column: 'causes',
      where: 'wrong_cause IS NOT NULL',
      seen: 'wrong_cause',
      allowed: `${causeIds.join(', ') || 'none'}; level ${bottomLevel(framework)} to ${topLevel(framework)}; ${partWords.controls.join(', ')}; ${partWords.standings.join(', ')}`,
      repair: 'Write cause:level:control:standing, with a semicolon between two.',
    },
  ];
}

function scoreExamples(framework: Framework): string {
  const [bottom, top] = [bottomLevel(framework), topLevel(framework)];
  return `${bottom} to ${top}, or between two levels: ${bottom}/${bottom + 1}`;
}

/** Numbers as runs: "1 to 59". */
function objectiveNumbers(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === number) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`)).join(', ');
}

function list(texts: readonly string[]): string {
  return `(${texts.length === 0 ? "''" : texts.map(textLiteral).join(', ')})`;
}
