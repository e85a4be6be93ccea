import type { CsvValue } from '../../kernel/csv.ts';
import type { Advice, ObjectiveAdvice } from '../../model/advice.ts';
import { uptakeGroupWords } from '../../model/uptake-group-words.ts';

/** The columns of advice as a table, in order. */
export const adviceColumns = [
  'organisation',
  'framework',
  'basedOn',
  'period',
  'packVersion',
  'objective',
  'name',
  'section',
  'state',
  'label',
  'achieved',
  'workingTowards',
  'agreedStandard',
  'target',
  'stance',
  'openLevel',
  'targetReason',
  'uptake',
  'uptakePeers',
  'ceiling',
  'capped',
  'control',
  'headroom',
  'potential',
  'causes',
  'standing',
  'ceilingReason',
] as const;

/** Advice as rows of `adviceColumns`, one for each objective; of several causes one word each, joined by "; ". */
export function adviceRows(advice: Advice): readonly (readonly CsvValue[])[] {
  const { organisation, framework, basedOn, period, pack, objectives } = advice;
  return objectives.map((one) => [
    ...[organisation, framework, basedOn, period, pack.version],
    ...[one.objective, one.name, one.section, one.state],
    ...scored(one),
  ]);
}

function scored(one: ObjectiveAdvice): readonly CsvValue[] {
  if (one.state !== 'scored') {
    const empty: readonly CsvValue[] = Array.from({ length: adviceColumns.length - 10 }, () => null);
    return [...empty, one.reason];
  }
  const { score, target, ceiling, headroom, potential } = one;
  const binding = ceiling.causes.filter((cause) => cause.binding);
  return [
    ...[score.label, score.achieved, score.workingTowards, score.agreedStandard],
    ...[target.level, target.stance, target.openLevel, target.because],
    ...[target.uptake?.words ?? null, target.uptake === undefined ? null : uptakeGroupWords([target.uptake])],
    ...[ceiling.level, ceiling.capped, ceiling.control, headroom, potential],
    binding.map(({ cause }) => cause).join('; '),
    binding.map(({ basis, standing }) => (basis === 'comment' ? standing : basis)).join('; '),
    ceiling.because,
  ];
}
