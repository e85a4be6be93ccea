import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };

/** One step of the rubric's scale. */
export const Level = Type.Object(
  {
    level: Type.Integer({ minimum: 0, description: 'Its number; a higher one is better.' }),
    name: Type.String({ minLength: 1 }),
  },
  closed,
);
export type Level = Frozen<Static<typeof Level>>;

/** A part of the rubric, with what each level means for the whole part; a level without words is absent. */
export const Section = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    name: Type.String({ minLength: 1 }),
    principles: Type.Array(
      Type.Object({ level: Type.Integer(), text: Type.String({ minLength: 1 }) }, closed),
      { description: 'What each level means for the whole section; a level without words is left out.' },
    ),
  },
  closed,
);
export type Section = Frozen<Static<typeof Section>>;

/** One thing that is scored. */
export const Objective = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    name: Type.String({ minLength: 1 }),
    description: Type.String(),
    section: Type.String({ description: 'The id of its section.' }),
    continues: Type.Optional(
      Type.Object(
        { framework: Type.String(), objective: Type.Integer() },
        { ...closed, description: 'The objective of an earlier framework that it continues.' },
      ),
    ),
  },
  closed,
);
export type Objective = Frozen<Static<typeof Objective>>;

/** A rubric: ordered levels, sections and objectives, each in document order. */
export const Framework = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    name: Type.String({ minLength: 1 }),
    version: Type.String({
      minLength: 1,
      description: 'Of these files; change it when what they say changes.',
    }),
    source: Type.String({ minLength: 1, description: 'Whose rubric it is, and where it was published.' }),
    levels: Type.Array(Level, { minItems: 2, description: 'Whole numbers one after another, in any order.' }),
    satisfactory: Type.Integer({ description: 'The lowest level that counts as satisfactory.' }),
    sections: Type.Array(Section, { minItems: 1, description: 'In order of the document.' }),
    objectives: Type.Array(Objective, { minItems: 1, description: 'In order of the document.' }),
  },
  { ...closed, title: 'Framework', description: 'A rubric: its levels, sections and objectives.' },
);
export type Framework = Frozen<Static<typeof Framework>>;

/** The highest level of a framework. */
export function topLevel(framework: Framework): number {
  return Math.max(...framework.levels.map(({ level }) => level));
}

/** The lowest level of a framework. */
export function bottomLevel(framework: Framework): number {
  return Math.min(...framework.levels.map(({ level }) => level));
}

/** The section of an objective; undefined where the framework has no such objective. */
export function sectionOf({ objectives, sections }: Framework, objective: number): Section | undefined {
  const id = objectives.find(({ number }) => number === objective)?.section;
  return sections.find((section) => section.id === id);
}
