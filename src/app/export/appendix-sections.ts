import { writtenScore, writtenText } from '../../exchange/write/appendix-csv.ts';
import type { AppendixScore, AppendixSection } from '../../exchange/write/written-appendix.ts';
import { type Assessment, rowOf } from '../../model/assessment.ts';
import type { Framework } from '../../model/framework.ts';
import type { PublishedTargets } from './suggested-targets.ts';

/**
 * The sections of a framework with the rows of one or more periods; an objective without a row in a period has empty
 * cells there. A section without objectives is absent.
 * @param periods one for each period of the document; null where nothing is held
 */
export function appendixSections(
  { sections, objectives }: Framework,
  periods: readonly (Assessment | null)[],
  targets: PublishedTargets['byObjective'],
): readonly AppendixSection[] {
  return sections
    .map(({ id, name, principles }) => ({
      name,
      principles,
      objectives: objectives
        .filter(({ section }) => section === id)
        .map(({ number, name: objective, description }) => ({
          number,
          name: objective,
          description,
          scores: periods.map((assessment) => scoreOf(assessment, number)),
          target: targets.get(number) ?? null,
        })),
    }))
    .filter((section) => section.objectives.length > 0);
}

function scoreOf(assessment: Assessment | null, objective: number): AppendixScore {
  const row = assessment === null ? undefined : rowOf(assessment, objective);
  return row === undefined ? { score: '', text: '' } : { score: writtenScore(row), text: writtenText(row) };
}
