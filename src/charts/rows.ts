import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };
const period = Type.String({ title: 'Period', description: 'The period of the assessment.' });
const section = Type.String({
  title: 'Section id',
  description: 'The id of the section; empty for the whole.',
});
const sectionName = Type.String({
  title: 'Section',
  description: 'The name of the section, or of the whole.',
});
const objective = Type.Integer({ title: 'Number', description: 'The number of the objective.' });
const name = Type.String({ title: 'Objective', description: 'The name of the objective.' });
const inSection = Type.String({
  title: 'Section id',
  description: 'The id of the section of the objective.',
});
const inSectionName = Type.String({
  title: 'Section',
  description: 'The name of the section of the objective.',
});
const level = (title: string, description: string) => Type.Integer({ title, description, unit: 'level' });
const levelOrNull = (title: string, description: string) =>
  Type.Union([Type.Integer(), Type.Null()], { title, description, unit: 'level' });
const objectives = (title: string, description: string) =>
  Type.Integer({ minimum: 0, title, description, unit: 'objectives' });
const share = (description: string) =>
  Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
    title: 'Share',
    description: `${description} From 0 to 1; null where no objective is scored.`,
    unit: 'share',
  });
const satisfactory = level('Satisfactory level', 'The lowest level that counts as satisfactory.');
const scored = objectives('Scored', 'Objectives that are scored.');
const capped = Type.Union([Type.Literal('now'), Type.Literal('later'), Type.Literal('no')], {
  title: 'Capped',
  description: 'now: at the present level; later: at a higher level below the top; no: no limit stated.',
});
const control = [Type.Literal('external'), Type.Literal('internal'), Type.Literal('mixed')] as const;

/** One level of one section in one period; every level of the rubric has a row, with 0 where none is at it. */
export const LevelsRow = Type.Object(
  {
    period,
    section,
    sectionName,
    level: level('Level', 'The level achieved; a half score counts at the level achieved.'),
    levelName: Type.String({ title: 'Level name', description: "The rubric's name of the level." }),
    satisfactory,
    count: objectives('Objectives', 'Objectives at this level.'),
    n: scored,
    share: share('Objectives at this level, of those that are scored.'),
  },
  closed,
);
export type LevelsRow = Frozen<Static<typeof LevelsRow>>;

/** One section in one period. */
export const SectionsRow = Type.Object(
  {
    section,
    sectionName,
    period,
    satisfactory,
    n: scored,
    atOrAbove: objectives('At or above', 'Objectives at or above the satisfactory level, by level achieved.'),
    share: share('Objectives at or above the satisfactory level, of those that are scored.'),
    mean: Type.Union([Type.Number(), Type.Null()], {
      title: 'Mean level',
      description: 'Mean of the scores, where 2/3 counts as 2.5; null where no objective is scored.',
      unit: 'level',
    }),
  },
  closed,
);
export type SectionsRow = Frozen<Static<typeof SectionsRow>>;

/** One objective that is scored in both of two periods. */
export const MovesRow = Type.Object(
  {
    objective,
    name,
    section: inSection,
    sectionName: inSectionName,
    fromPeriod: Type.String({ title: 'Earlier period', description: 'The earlier of the two periods.' }),
    toPeriod: Type.String({ title: 'Later period', description: 'The later of the two periods.' }),
    from: Type.Number({
      title: 'From figure',
      description: 'The earlier score as a figure; 2/3 counts as 2.5.',
      unit: 'level',
    }),
    to: Type.Number({
      title: 'To figure',
      description: 'The later score as a figure; 2/3 counts as 2.5.',
      unit: 'level',
    }),
    fromLabel: Type.String({ title: 'From', description: 'The earlier score as written, such as 2/3.' }),
    toLabel: Type.String({ title: 'To', description: 'The later score as written.' }),
    change: Type.Number({
      title: 'Change',
      description: 'The later figure less the earlier.',
      unit: 'level',
    }),
    agreedStandard: Type.Boolean({
      title: 'Agreed standard',
      description: 'The earlier score was an agreed standard, with no comment of its own to compare with.',
    }),
    halfStep: Type.Boolean({
      title: 'Half-step',
      description: 'The change is half a level: to or from a level being worked towards.',
    }),
  },
  closed,
);
export type MovesRow = Frozen<Static<typeof MovesRow>>;

/** One scored objective with its target and its ceiling. */
export const HeadroomRow = Type.Object(
  {
    objective,
    name,
    section: inSection,
    sectionName: inSectionName,
    label: Type.String({ title: 'Score', description: 'The score as written, such as 2/3.' }),
    achieved: level('Achieved', 'The level achieved.'),
    workingTowards: levelOrNull('Working towards', 'The level being worked towards; null if none.'),
    target: level('Target', 'The level suggested for the next period.'),
    openLevel: levelOrNull(
      'Open level',
      'For an open target, the level that becomes a target with an owner and an action.',
    ),
    ceiling: level('Ceiling', 'The highest level that neither the standard nor the comments rule out.'),
    potential: level('Potential', 'The ceiling with every external cause removed.'),
    bottom: level('Lowest level', 'The lowest level of the rubric.'),
    top: level('Top level', 'The highest level of the rubric.'),
    stance: Type.Union(
      [Type.Literal('finish'), Type.Literal('advance'), Type.Literal('hold'), Type.Literal('open')],
      {
        title: 'Stance',
        description:
          'finish: complete the level worked towards; advance: go to the next; hold: stay; open: stay until the next has an owner.',
      },
    ),
    capped,
    control: Type.Union([...control, Type.Null()], {
      title: 'Control',
      description: 'Who could lift the ceiling: external, internal or mixed; null without a cause.',
    }),
  },
  closed,
);
export type HeadroomRow = Frozen<Static<typeof HeadroomRow>>;

/** The objectives whose ceiling one cause sets; with cause '' each objective counts once, under its control. */
export const CeilingsRow = Type.Object(
  {
    cause: Type.String({
      title: 'Cause id',
      description:
        'The id of the cause. Empty for all causes together: six rows, one for each control and cap, with 0 where there is none.',
    }),
    causeName: Type.String({ title: 'Reason given', description: 'The name of the cause; empty for all.' }),
    control: Type.Union([...control], {
      title: 'Control',
      description: 'Who could lift it: external or internal; for all causes together also mixed.',
    }),
    capped: Type.Union([Type.Literal('now'), Type.Literal('later')], {
      title: 'Capped',
      description: 'now: at the present level; later: at a higher level below the top.',
    }),
    count: objectives(
      'Objectives',
      'Objectives whose ceiling this sets; under several causes if several set it.',
    ),
    n: scored,
  },
  closed,
);
export type CeilingsRow = Frozen<Static<typeof CeilingsRow>>;

/** The objectives of one section whose ceiling one cause sets; a row for each section and each cause that sets any. */
export const SectionCausesRow = Type.Object(
  {
    section: inSection,
    sectionName: Type.String({ title: 'Section', description: 'The name of the section.' }),
    cause: Type.String({ title: 'Cause id', description: 'The id of the cause.' }),
    causeName: Type.String({ title: 'Reason given', description: 'The name of the cause.' }),
    control: Type.Union([Type.Literal('external'), Type.Literal('internal')], {
      title: 'Control',
      description: 'Who could lift it: external or internal.',
    }),
    count: objectives(
      'Objectives',
      'Objectives of the section whose ceiling the cause sets; 0 where there is none.',
    ),
    lowest: levelOrNull('Lowest ceiling', 'The lowest of their ceilings; null where there is none.'),
    highest: levelOrNull('Highest ceiling', 'The highest of their ceilings; null where there is none.'),
    n: objectives('Scored', 'Objectives of the section that are scored.'),
  },
  closed,
);
export type SectionCausesRow = Frozen<Static<typeof SectionCausesRow>>;

/** One capped objective and one circumstance that would raise its ceiling, by itself or with others. */
export const UnlockRow = Type.Object(
  {
    factor: Type.String({ title: 'Circumstance id', description: 'The id of the circumstance.' }),
    factorName: Type.String({ title: 'Circumstance', description: 'The name of the circumstance.' }),
    state: Type.Union([Type.Literal('no'), Type.Literal('unknown'), Type.Literal('claimed')], {
      title: 'State',
      description: 'What is known of it; claimed: a score implies it, and nobody has confirmed it.',
    }),
    objective,
    name,
    section: inSection,
    sectionName: inSectionName,
    from: level('Ceiling', 'The ceiling as it is.'),
    to: level('Ceiling then', 'The ceiling with the circumstance, or with it and the others.'),
    alone: Type.Boolean({
      title: 'By itself',
      description: 'It raises the ceiling by itself; no: only together with other circumstances.',
    }),
    capped: objectives('Capped', 'All objectives that are capped.'),
  },
  closed,
);
export type UnlockRow = Frozen<Static<typeof UnlockRow>>;

/** The best plan of so many officer-days; with fewer, less is gained. */
export const PlanFrontierRow = Type.Object(
  {
    days: Type.Integer({
      minimum: 0,
      title: 'Days',
      description: 'The officer-days that the best plan of this gain takes.',
      unit: 'officer-days',
    }),
    gain: Type.Integer({
      minimum: 0,
      title: 'Gain',
      description: 'The levels risen, each times its worth and its weight.',
    }),
    levels: Type.Integer({ minimum: 0, title: 'Levels', description: 'The levels risen.', unit: 'level' }),
    objectives: objectives('Objectives', 'Objectives that rise.'),
    joins: Type.String({
      title: 'Comes in',
      description: 'Numbers of the objectives that the row before does not have; empty for none.',
    }),
    leaves: Type.String({
      title: 'Gives way',
      description: 'Numbers of the objectives that only the row before has; empty for none.',
    }),
    chosen: Type.Boolean({
      title: 'Chosen',
      description: 'It is the best plan of the days that there are; one row at most.',
    }),
    budget: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
      title: 'Days that there are',
      description: 'Officer-days that there are, the same in every row; null where nobody has said.',
      unit: 'officer-days',
    }),
    note: Type.String({
      title: 'Note',
      description:
        'What is to be said of officer-days that are assumed, the same in every row; empty where all are given.',
    }),
  },
  closed,
);
export type PlanFrontierRow = Frozen<Static<typeof PlanFrontierRow>>;
