import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };
const text = (title: string, description: string) => Type.String({ title, description });
const count = (title: string, description: string, unit = '') =>
  Type.Integer({ minimum: 0, title, description, ...(unit === '' ? {} : { unit }) });
const countOrNull = (title: string, description: string, unit: string) =>
  Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { title, description, unit });
const shareOrNull = (title: string, description: string) =>
  Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
    title,
    description: `${description} From 0 to 1.`,
    unit: 'share',
  });
const figureOrNull = (title: string, description: string) =>
  Type.Union([Type.Number(), Type.Null()], { title, description, unit: 'level' });

const period = text('Period', 'The period compared; empty where there is none.');
const group = text('Group', 'Which others: as the benchmark names the group.');
const satisfactory = Type.Integer({
  title: 'Satisfactory level',
  description: 'The lowest level that counts as satisfactory.',
  unit: 'level',
});
const why = text(
  'Why not',
  'Why the figures of this row are not given; empty where they are. What is not given is null.',
);
const leftOut = count(
  'Left out',
  'Objectives of this part that are in none of its figures: withheld, or not scored.',
  'objectives',
);
const low = shareOrNull('From', 'The lower end of the 95% Wilson interval of the share.');
const high = shareOrNull('To', 'The upper end of the 95% Wilson interval of the share.');
const n = (what: string) => countOrNull('Of', what, 'scores');

/** How many of the others are at one level, on an objective or on several together; one row where that is not given. */
export const PeerLevelsRow = Type.Object(
  {
    period,
    group,
    kind: Type.Union([Type.Literal('whole'), Type.Literal('section'), Type.Literal('objective')], {
      title: 'Kind',
      description: 'Whether the part is the whole, a section or an objective.',
    }),
    part: text('Part id', 'The id of the section or the number of the objective; empty for the whole.'),
    partName: text('Part', 'The name of the whole, the section or the objective.'),
    level: Type.Union([Type.Integer(), Type.Null()], {
      title: 'Level',
      description: 'The level that the others achieved; a half score counts at the level achieved.',
      unit: 'level',
    }),
    levelName: text('Level name', "The rubric's name of the level; empty where no figures are given."),
    satisfactory,
    count: countOrNull('Scores', 'Scores of others at this level.', 'scores'),
    n: n('Scores of others; over several objectives more than there are others.'),
    share: shareOrNull('Share', 'Scores of others at this level, of all of theirs.'),
    own: text('Own score', 'The own score as written; of several objectives the mean; empty where none.'),
    position: shareOrNull(
      'Own position',
      'The share of others with a lower score, and half the share with the same one, objective by objective.',
    ),
    standing: text('Position in words', 'The own position by the bands of the pack; empty where none.'),
    leftOut,
    why,
  },
  closed,
);
export type PeerLevelsRow = Frozen<Static<typeof PeerLevelsRow>>;

/** How many of the others who could have moved reached a higher level, from one level or in one section. */
export const PeerUptakeRow = Type.Object(
  {
    fromPeriod: text('Earlier period', 'The earlier of the two periods; empty where there are not two.'),
    toPeriod: text('Later period', 'The later of the two periods.'),
    group,
    by: Type.Union([Type.Literal('step'), Type.Literal('section')], {
      title: 'By',
      description: 'step: from one level, over all objectives; section: from any level, in one section.',
    }),
    part: text('Part id', 'The level that they stood at, or the id of the section.'),
    partName: text('Part', 'The step, such as "2 to 3", or the name of the section.'),
    count: countOrNull('Reached', 'Moves to the next level or beyond it.', 'moves'),
    n: countOrNull(
      'Could move',
      'Scores of others that could have risen: in both periods, neither carried nor by an agreed standard.',
      'moves',
    ),
    share: shareOrNull('Share', 'Those that reached the next level, of those that could.'),
    low,
    high,
    band: text('In words', 'The share by the bands of the pack; empty where it is not given.'),
    leftOut: count(
      'Not told',
      'Objectives of this part of which no move of another is told: too few, or withheld.',
      'objectives',
    ),
    why,
  },
  closed,
);
export type PeerUptakeRow = Frozen<Static<typeof PeerUptakeRow>>;

/** One cause across a panel; one row that says why where there is none. */
export const PeerCausesRow = Type.Object(
  {
    period,
    cause: text('Cause id', 'The id of the cause; empty where there are none.'),
    causeName: text('Reason given', 'The name of the cause.'),
    control: Type.Union([Type.Literal('external'), Type.Literal('internal'), Type.Null()], {
      title: 'Control',
      description: 'Who could lift it: external or internal; null where there is no cause.',
    }),
    under: count('Times given', 'How often it was given, over objectives where that is told as a number.'),
    beyond: count('Beyond it', 'Of these, how many are above its level all the same, where that is told.'),
    beyondOf: count('Told of', 'Of how many it is told whether they are above its level.'),
    fewer: count('Fewer than ten', 'Objectives on which fewer than ten gave it.', 'objectives'),
    nearlyAll: count('Nearly all', 'Objectives on which nearly all gave it.', 'objectives'),
    withheld: count('Withheld', 'Objectives on which the count would tell of somebody.', 'objectives'),
    why,
  },
  closed,
);
export type PeerCausesRow = Frozen<Static<typeof PeerCausesRow>>;

/** The own scores of one section, or the whole, beside those of others in one period. */
export const PeerPeriodsRow = Type.Object(
  {
    period,
    group,
    section: text('Section id', 'The id of the section; empty for the whole.'),
    sectionName: text('Section', 'The name of the section, or of the whole.'),
    satisfactory,
    n: n('Scores of others, over the objectives that are compared.'),
    count: countOrNull('At or above', 'Of these, how many are at the satisfactory level or above.', 'scores'),
    share: shareOrNull('Share of others', 'Scores of others at the satisfactory level or above.'),
    low,
    high,
    lower: figureOrNull('Lower quartile', 'Type-1 quartile of the scores of others; 2/3 counts as 2.5.'),
    median: figureOrNull('Median', 'Type-1 median of the scores of others.'),
    upper: figureOrNull('Upper quartile', 'Type-1 upper quartile of the scores of others.'),
    ownN: countOrNull('Own objectives', 'Objectives compared: those that are scored here.', 'objectives'),
    ownCount: countOrNull(
      'Own at or above',
      'Of these, how many are at the satisfactory level or above.',
      'objectives',
    ),
    ownShare: shareOrNull('Own share', 'The same as a share.'),
    ownMean: figureOrNull('Own mean', 'The mean of the own scores; 2/3 counts as 2.5.'),
    leftOut,
    why,
  },
  closed,
);
export type PeerPeriodsRow = Frozen<Static<typeof PeerPeriodsRow>>;
