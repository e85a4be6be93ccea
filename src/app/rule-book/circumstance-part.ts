import type { FactorState } from '../../model/factor.ts';
import type { Block, Words } from '../../model/written-document.ts';
import { ended, heading, joined } from './blocks.ts';
import { controlSentences } from './control-sentences.ts';
import { type BookSource, places } from './source.ts';

/** What is known of a circumstance, within a sentence. */
export const stateWords: Readonly<Record<FactorState, string>> = {
  yes: 'yes',
  no: 'no',
  unknown: 'not known',
  claimed: 'claimed by a score',
};

/** The causes for which an objective can be capped, and the circumstances that can lift a cap. */
export function circumstancePart({ pack, touched }: BookSource): readonly Block[] {
  const rulesFor = (holds: (rule: (typeof pack.ceilings)[number]) => boolean): Words =>
    joined(
      pack.ceilings
        .filter(holds)
        .map(({ id, title }) => ({ text: ended(title), to: places.rule('ceilings', id) })),
    );
  const states = touched === null ? [] : [`At ${touched.organisation}`];
  return [
    heading(2, 'Causes', places.causes),
    {
      kind: 'table',
      caption: 'The kinds of reason for a cap; each is the author’s reason and is not tested',
      head: ['Cause', 'What it means', 'Who could lift it', 'Rules'],
      rows: pack.causes.map(({ id, name, description, control }) => [
        [name],
        [description],
        [controlSentences[control]],
        rulesFor(({ cause }) => cause === id),
      ]),
    },
    heading(2, 'Circumstances', places.circumstances),
    {
      kind: 'table',
      caption:
        'What is asked of the organisation; silence is never taken for a yes, and a score at a level that needs a circumstance only claims it',
      head: ['Circumstance', 'Question', ...states, 'What a yes lifts'],
      rows: pack.factors.map(({ id, name, question }) => [
        [name],
        [question],
        ...(touched === null ? [] : [[stateWords[touched.factors[id] ?? 'unknown']]]),
        rulesFor(({ factor }) => factor === id),
      ]),
    },
  ];
}
