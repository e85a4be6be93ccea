import {
  type AboutRow,
  type ExportStamp,
  stampRows,
  type WrittenAppendix,
} from '../../exchange/write/written-appendix.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Advice } from '../../model/advice.ts';
import { dayWords } from '../../model/day-words.ts';
import { levelName } from '../../model/framework-names.ts';
import { nextPeriod } from '../../model/period.ts';
import { definitions } from '../about/definitions.ts';
import { advise } from '../advice/advise.ts';
import { readingCountsSentence } from '../advice/reading-counts-sentence.ts';
import { version } from '../workspace/version.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { appendixSections } from './appendix-sections.ts';
import { type HeldReturns, heldReturns } from './held-returns.ts';
import { standardWords, standingSentences } from './standing-sentences.ts';
import { type PublishedTargets, suggestedTargets } from './suggested-targets.ts';

/**
 * The appendix of a return for publication: its scores, comments and actions beside those of the return before, and the
 * targets for the period after. What was only read from comments, and not confirmed, is left out and counted.
 * @throws Problem BAD_VALUE for targets of a return that is not closed; as `heldReturns` and `advise` do
 */
export async function writtenAppendix(
  workspace: Workspace,
  request: AppendixRequest,
): Promise<WrittenAppendix> {
  const held = heldReturns(workspace, request);
  const { organisation, pack, assessment, earlier, closed, standard } = held;
  const { framework } = pack;
  const returns = earlier === null ? [assessment] : [earlier, assessment];
  const periods = returns.map(({ period }) => period);
  const advice = await adviceAfter(workspace, held, request.targets);
  const targets = advice === null ? noTargets : suggestedTargets(advice);
  const made = workspace.effects.now().toISOString().slice(0, 10);
  const stamp: ExportStamp = {
    kind: 'appendix',
    organisation: organisation.id,
    framework: framework.id,
    periods,
    open: held.open,
    version: version(),
  };
  return {
    stamp,
    title: `${organisation.name}: complete list of objectives, ${assessment.period}`,
    made,
    opening: [
      ...standingSentences(framework, assessment, earlier, standard),
      ...(closed ? [] : [`The ${assessment.period} return is not closed: its scores may still change.`]),
      ...(organisation.example === null ? [] : [`${organisation.example}.`]),
      ...(advice === null ? [] : targetSentences(advice, targets)),
    ],
    periods,
    targetPeriod: advice === null ? null : advice.period,
    levels: framework.levels.toSorted((a, b) => a.level - b.level),
    sections: appendixSections(framework, returns, targets.byObjective),
    about: [
      ...stampRows(stamp),
      ['Made on', dayWords(made)],
      ['Name', organisation.name],
      ...(organisation.example === null ? [] : [['Example', organisation.example] as const]),
      ['Standard', `${framework.name}. ${framework.source}`],
      ['Satisfactory', `${levelName(framework, framework.satisfactory)} and above`],
      ...(standard === null || standard.level === null
        ? []
        : [['Agreed', standardWords(standard.level, standard.agreed)] as const]),
      ['Rules', `${pack.id}, version ${pack.version}`],
      ...(advice === null ? [] : unconfirmedRows(advice, targets)),
    ],
    definitions: definitions(framework).filter(({ term }) =>
      (advice === null ? scoreTerms : [...scoreTerms, ...targetTerms]).includes(term),
    ),
  };
}

const noTargets: PublishedTargets = { byObjective: new Map(), leftOut: 0 };

/** The words that a document about scores explains. */
export const scoreTerms: readonly string[] = [
  'Score',
  'Working towards',
  'Satisfactory',
  'Not applicable, not scored',
  'Agreed standard',
];

/** Those that it explains beside them where it has targets. */
export const targetTerms: readonly string[] = ['Ceiling', 'Target', 'Reason given'];

async function adviceAfter(
  workspace: Workspace,
  { organisation, assessment: { period }, closed }: HeldReturns,
  wanted: boolean | undefined,
): Promise<Advice | null> {
  if (wanted === true && !closed)
    throw new Problem('BAD_VALUE', {
      place: 'targets',
      seen: `the ${period} return, which is not closed`,
      allowed: 'a closed return',
      repair: 'Close it first, or leave targets out.',
    });
  if (wanted === false || !closed) return null;
  return (await advise(workspace, { organisation: organisation.id, period: nextPeriod(period) })).advice;
}

function targetSentences({ period, objectives }: Advice, { leftOut }: PublishedTargets): readonly string[] {
  const n = objectives.filter(({ state }) => state === 'scored').length;
  const rest =
    leftOut === 0
      ? ''
      : ` The reason is left out for ${leftOut} of ${n}: it was read from a comment by a rule, and nobody has confirmed it.`;
  return [`Targets for ${period} are suggestions, until the organisation agrees them.${rest}`];
}

function unconfirmedRows(advice: Advice, { leftOut }: PublishedTargets): readonly AboutRow[] {
  return [
    ['Reasons from comments', readingCountsSentence(advice.readings)],
    ['Reasons left out', `${leftOut}, because nobody has confirmed what they rest on`],
  ];
}
