import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import type { Framework } from './framework.ts';
import { Statement } from './statement.ts';

const closed = { additionalProperties: false };

/** Where the words of a criterion stand. */
export const CriterionSource = Type.Object(
  {
    document: Type.String({
      minLength: 1,
      description: "The document, as a path from the project's folder.",
    }),
    period: Type.Union([Type.String(), Type.Null()], {
      description: 'The period whose comment quotes it; null where the rubric itself is printed.',
    }),
    note: Type.Optional(Type.String({ minLength: 1 })),
  },
  closed,
);
export type CriterionSource = Frozen<Static<typeof CriterionSource>>;

/** What one level asks of one objective: `full` as the rubric prints it, or `as-quoted` by an organisation. */
export const Criterion = Type.Object(
  {
    objective: Type.Integer({ minimum: 1 }),
    level: Type.Integer({ minimum: 0 }),
    held: Type.Union([Type.Literal('full'), Type.Literal('as-quoted')], {
      description: 'As the rubric prints it, or as an organisation quotes it.',
    }),
    text: Type.String({ minLength: 1, description: "The rubric's words, exactly." }),
    statements: Type.Optional(
      Type.Array(Statement, {
        minItems: 1,
        description:
          'The text in parts that can each be met or not: one after another they are the whole text. Without them it is one statement.',
      }),
    ),
    source: CriterionSource,
  },
  closed,
);
export type Criterion = Frozen<Static<typeof Criterion>>;

/** The criteria of one section that are held, by objective and level; a cell that is not listed has no text of its own. */
export const CriteriaFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    section: Type.String({ pattern: '^[a-z0-9-]+$' }),
    criteria: Type.Array(Criterion, { description: 'By objective and level.' }),
  },
  {
    ...closed,
    title: 'Criteria',
    description: 'What levels ask of the objectives of one section, as far as the words are held.',
  },
);
export type CriteriaFile = Frozen<Static<typeof CriteriaFile>>;

/** What text is held for one objective at one level: its own, only the section's principle, or none. */
export type HeldText =
  | { readonly held: 'full' | 'as-quoted'; readonly text: string; readonly source: CriterionSource }
  | { readonly held: 'principle'; readonly text: string }
  | { readonly held: 'none' };

/** The text held for one objective at one level; `none` too where the framework has no such objective or level. */
export function heldText(
  framework: Framework,
  criteria: readonly Criterion[],
  objective: number,
  level: number,
): HeldText {
  const own = criteria.find((one) => one.objective === objective && one.level === level);
  if (own !== undefined) return { held: own.held, text: own.text, source: own.source };
  const sectionId = framework.objectives.find(({ number }) => number === objective)?.section;
  const section = framework.sections.find(({ id }) => id === sectionId);
  const principle = section?.principles.find((one) => one.level === level);
  return principle === undefined ? { held: 'none' } : { held: 'principle', text: principle.text };
}
