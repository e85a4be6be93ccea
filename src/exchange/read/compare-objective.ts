import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { Objective } from '../../model/framework.ts';
import type { DocumentObjective } from './document-reading.ts';

/** Where an objective of a document differs from the one of its number in the framework. */
export function compareObjective(
  objective: DocumentObjective,
  known: Objective,
  file: string,
): readonly Diagnostic[] {
  const place = `${objective.place}, objective ${objective.number}`;
  const found: Diagnostic[] = [];
  if (objective.name !== known.name)
    found.push(
      diagnose('document/name-differs', {
        file,
        place,
        seen: JSON.stringify(objective.name),
        allowed: JSON.stringify(known.name),
        repair: 'The objective is taken by its number; check that it is the same one.',
      }),
    );
  if (objective.section !== known.section)
    found.push(
      diagnose('document/objective-elsewhere', {
        file,
        place,
        seen: objective.section,
        allowed: known.section,
        repair: 'The objective is taken by its number; check the headings.',
      }),
    );
  return found;
}
