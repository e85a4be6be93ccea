import { lapseOf } from '../../engine/corrected-cell.ts';
import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { rowOf } from '../../model/assessment.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { lapseSentence } from './lapse-sentence.ts';

/**
 * The decisions on comments of an organisation that no longer count, each as a finding; empty where all do.
 * @throws Problem UNKNOWN_ORGANISATION; those of the pack
 */
export function lapsedDecisions(workspace: Workspace, organisation: string): readonly Diagnostic[] {
  const { records } = workspace;
  return records.reading(() =>
    closedAssessments(workspace, organisation).flatMap((assessment) => {
      const { period, framework } = assessment;
      const pack = workspace.pack(framework);
      return records
        .correctionsAt(organisation, period)
        .filter((correction) => correction.period === period)
        .flatMap((correction) => {
          const text = rowOf(assessment, correction.objective)?.text ?? '';
          const because = lapseOf(pack, text, correction);
          if (because === null) return [];
          return diagnose('review/decision-lapsed', {
            file: '',
            place: `objective ${correction.objective}, ${period}`,
            seen: lapseSentence(correction, because),
            allowed: '',
            repair: `Look at the comment as it is now, and decide again: headroom review ${organisation} --objective ${correction.objective}.`,
          });
        });
    }),
  );
}
