import type { PanelGround } from '../../benchmark/kept/panel-ground.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';

/** As many are named; of the others how many. */
const mostNamed = 20;

const doubts: Readonly<Record<NonNullable<PanelGround['doubt']>, string>> = {
  'returns-differ': 'its rows and the records here are not the same',
  'too-few-rows': 'too few scores are in both to show that it is the same',
  'no-shared-period': 'no period is scored in both',
};

/** Who stands outside some figures, and why; empty where nobody does. */
export function leftSentences({
  organisation,
  panel,
  ground,
  registered,
}: {
  readonly organisation: Pick<Organisation, 'name'>;
  readonly panel: Pick<Panel, 'access'>;
  readonly ground: PanelGround;
  /** Whether types and regions are known of anybody: from a list of organisations, or the panel's own. */
  readonly registered: boolean;
}): readonly string[] {
  const { viewer, doubt, joins, predecessors, successors } = ground;
  const { notJoined } = joins;
  const none = joins.joined === 0 && notJoined.length > 0 && viewer.type === null && viewer.region === null;
  return [
    'Not applicable and not scored are in no figure. Scores carried over and agreed standards count as scores, and not as movement.',
    ...(doubt !== null
      ? [
          `The panel has an organisation of the id or name of ${organisation.name}, but ${doubts[doubt]}. So ${organisation.name} is compared as one that the panel does not have: by its own records, and nothing is taken away. Ask the holder of the panel which return its rows are from.`,
        ]
      : viewer.organisation === null
        ? [`${organisation.name} has no rows in this panel, so nothing of it is taken away from the figures.`]
        : [`${organisation.name} is not among the others: its own rows are taken away.`]),
    ...(registered
      ? []
      : [
          'No list of organisations is held, so types and regions are not known, and there is the group of all only: headroom organisations add FILE.',
        ]),
    ...(registered && none
      ? [
          `None of the ${notJoined.length} organisations of the panel is in the list of organisations that is held, so there is the group of all only.`,
        ]
      : []),
    ...(registered && !none && viewer.type === null && viewer.region === null
      ? [`The type and region of ${organisation.name} are not known, so it has no group of either.`]
      : []),
    ...(!registered || none || notJoined.length === 0
      ? []
      : [
          `${countedNoun(notJoined.length, 'organisation')} could not be found in the register, and ${notJoined.length === 1 ? 'is' : 'are'} in the group of all only: ${named(notJoined)}.`,
        ]),
    ...(predecessors.length === 0
      ? []
      : [
          `${organisation.name} was made from ${named(predecessors)}. Their scores stand under their own names and are neither inherited nor averaged.`,
        ]),
    ...(successors.length === 0
      ? []
      : [
          `The place of ${organisation.name} was taken by ${named(successors)}. Its scores stand under its own name and are neither inherited nor averaged.`,
        ]),
    ...(panel.access === 'confidential'
      ? [
          'Figures that could tell what one organisation answered are not given; sections and the whole are made from the others.',
        ]
      : []),
  ];
}

function named(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
