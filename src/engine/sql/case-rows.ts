import { topLevel } from '../../model/framework.ts';
import type { Reading } from '../../model/reading.ts';
import type { Pack } from '../../pack/pack.ts';
import { saidTogether } from '../ceiling.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Facts } from '../facts.ts';
import { type CaseColumn, caseColumns } from './case-columns.ts';

/** One row of the table of cases, its values in the order of its columns. */
export type CaseRow = readonly (string | number)[];

/**
 * The rows of the table of cases for what was evaluated: one for each scored objective, in order of the framework.
 * @param first the `case_id` of the first row; the others count on
 */
export function caseRows(pack: Pack, { traces, readings }: Evaluation, first = 1): readonly CaseRow[] {
  const columns = caseColumns(pack);
  const top = topLevel(pack.framework);
  const readingOf = new Map(readings.map((reading) => [reading.objective, reading]));
  return traces.map(({ objective, facts }, index) => {
    const reading = readingOf.get(objective);
    return columns.map((column) => valueOf(column, facts, reading, top) ?? first + index);
  });
}

function valueOf(
  { fact, holds }: CaseColumn,
  facts: Facts,
  reading: Reading | undefined,
  top: number,
): string | number | null {
  if (fact === null) return null;
  if (holds === 'value') return facts[fact] ?? null;
  const overtaken = holds === 'overtakenStrength' || holds === 'overtakenLevel';
  const achieved = Number(facts['achieved']);
  const groups = reading === undefined ? [] : saidTogether(reading, fact.slice('said.'.length), { achieved });
  const said = groups.find(([{ level }]) => level < achieved === overtaken) ?? [];
  if (holds === 'strength' || holds === 'overtakenStrength') return said[0]?.strength ?? 'none';
  return Math.min(top, ...said.map(({ level }) => level));
}
