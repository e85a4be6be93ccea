import { type Framework, topLevel } from '../../model/framework.ts';

/** A word as the pages use it. */
export interface Definition {
  readonly term: string;
  readonly text: string;
}

/** What the words on the pages mean, with the framework's own levels in them. */
export function definitions(framework: Framework): readonly Definition[] {
  const { satisfactory } = framework;
  const top = topLevel(framework);
  const below = Math.max(
    ...framework.levels.map(({ level }) => level).filter((level) => level < satisfactory),
  );
  const half = Number.isFinite(below) ? `${below}/${satisfactory}` : null;
  return [
    {
      term: 'Score',
      text: 'The level that the organisation gives itself for an objective, as its document says it.',
    },
    ...(half === null
      ? []
      : [
          {
            term: 'Working towards',
            text: `A score such as ${half}: level ${below} is achieved, and level ${satisfactory} is being worked towards. In averages it counts ${below + 0.5}; in counts at ${satisfactory} or above it counts as ${below}.`,
          },
        ]),
    {
      term: 'Satisfactory',
      text: `A score of ${satisfactory} or above. Holding such a level is a respectable target.`,
    },
    {
      term: 'Not applicable, not scored',
      text: 'An objective without a score is never counted as 0, and is in no average, share or count; the pages say how many there are.',
    },
    {
      term: 'Agreed standard',
      text: 'A level that was agreed in place of a comment. The row has no evidence of its own for that year, so a rise from it is shown apart.',
    },
    {
      term: 'Ceiling',
      text: 'The highest level that neither the words of the standard nor the comments of the organisation rule out. It is never below the score.',
    },
    {
      term: 'No limit stated',
      text: `Nothing that was read rules out level ${top}. It is not a promise that it can be reached.`,
    },
    {
      term: 'Capped now, capped later',
      text: `Capped now: the score is at its ceiling, below ${top}. Capped later: the objective can rise, to a ceiling below ${top}.`,
    },
    {
      term: 'Reason given',
      text: 'Why a level is out of reach, in the words of the comment or of the standard. It is the author’s reason; it is not tested.',
    },
    {
      term: 'External, internal',
      text: 'Who could lift a limit: somebody outside the organisation, or somebody inside it. Mixed is where it takes both.',
    },
    {
      term: 'Circumstance',
      text: 'Something outside the scores that a limit depends on: yes, no, or unknown. Unknown is never taken for yes. Claimed: a score stands at a level whose words need it.',
    },
    { term: 'Headroom', text: 'The levels between the score and the ceiling.' },
    { term: 'Potential', text: 'What the ceiling would be without the external reasons.' },
    {
      term: 'Target',
      text: 'The level suggested for the next period. Finish: complete the level being worked towards. Advance: go to the next level, because an action or a stated course leads there. Hold: keep the level. Open: keep the level for now; the next one becomes a target when it has an owner and an action.',
    },
    {
      term: 'Possible limit',
      text: 'A comment hints at a limit without stating it. It lowers nothing until somebody confirms it.',
    },
    {
      term: 'Read, confirmed, added, dismissed',
      text: 'Read: a rule found the reason in a comment, and nobody has looked at it yet. Confirmed or added: an officer says that it is so. Dismissed: an officer says that it is not, and it counts for nothing. A decision lapses when the words that it quotes are no longer in the comment.',
    },
    {
      term: 'Assumed',
      text: 'A limit that rests on the section’s principle alone, because the words for this objective at that level are not held.',
    },
  ];
}
