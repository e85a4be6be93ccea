import { evidenceSentences } from '../../engine/reading/evidence-sentences.ts';
import type { Reading } from '../../model/reading.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { followUpReport } from './actions.ts';
import { assessedPeriods, latestTwo } from './assessed-periods.ts';
import type { MoveReport } from './move-report.ts';
import { scoreMoves } from './score-moves.ts';

/** How many UTF-16 units of a comment say why; a sentence that begins within is given whole. */
const enoughWords = 160;

/**
 * Which objectives moved between the latest two periods, and what their comments say of it: words, not causes that anybody
 * has tested. @throws Problem UNKNOWN_ORGANISATION, TOO_FEW_PERIODS; those of the pack
 */
export async function moves(workspace: Workspace, organisation: string): Promise<MoveReport> {
  const assessed = await assessedPeriods(workspace, organisation);
  const { earlier, later } = latestTwo(organisation, assessed);
  const { actions } = await followUpReport(workspace, organisation);
  return {
    schema: 1,
    ...{ framework: assessed.pack.id, organisation, from: earlier.period, to: later.period },
    moves: scoreMoves(assessed.pack.framework, earlier, later).flatMap((move) => {
      if (move.change === 0) return [];
      const { number, name, section } = move.objective;
      const reading = later.readings.get(number);
      return [
        {
          ...{ objective: number, name, section, from: move.from.label, to: move.to.label },
          direction: move.change > 0 ? ('higher' as const) : ('lower' as const),
          fromAgreedStandard: move.fromAgreedStandard,
          words: reading === undefined ? [] : firstWords(reading),
          actions: actions
            .filter(({ objective }) => objective === number)
            .map(({ from, outcome }) => ({ quote: from.quote, outcome })),
          decision: reading?.decision ?? null,
        },
      ];
    }),
  };
}

function firstWords(reading: Reading): MoveReport['moves'][number]['words'] {
  const words: { period: string; quote: string; start: number; end: number }[] = [];
  let length = 0;
  for (const { start, end } of evidenceSentences(reading)) {
    if (length >= enoughWords) break;
    words.push({ period: reading.period, quote: reading.text.slice(start, end), start, end });
    length += end - start;
  }
  return words;
}
