import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Stance, Strength } from './advice.ts';

const closed = { additionalProperties: false };

/** A comment, and what a careful reader takes from it: what the reading rules are measured by. */
export const ReadComment = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    score: Type.String({ minLength: 1, description: 'As an organisation writes it: "3" or "2/3".' }),
    text: Type.String({ minLength: 1, description: 'The text of the cell.' }),
    expected: Type.Object(
      {
        causes: Type.Array(
          Type.Object(
            {
              cause: Type.String({ description: 'The id of a cause.' }),
              strength: Strength,
              level: Type.Integer({ description: 'The level that it caps at.' }),
              quote: Type.String({
                minLength: 1,
                description: 'The words of the text that say so, exactly.',
              }),
            },
            closed,
          ),
          {
            description:
              'The reasons that the comment gives for going no higher; each cause once by strength.',
          },
        ),
        decision: Type.Union([Type.Literal('none'), Type.Literal('hold')], {
          description: 'Whether the comment says that the organisation decided to stay.',
        }),
        stance: Stance,
      },
      closed,
    ),
    why: Type.Optional(Type.String({ minLength: 1, description: 'In one sentence.' })),
  },
  closed,
);
export type ReadComment = Frozen<Static<typeof ReadComment>>;

/** What a set of comments is for: rules are written by the one kind, and only measured on the other. */
export const CommentUse = Type.Union([Type.Literal('to-write-by'), Type.Literal('kept-apart')], {
  description: 'Whether rules may be written by these comments, or are only measured on them.',
});
export type CommentUse = Static<typeof CommentUse>;

/** One file in `comments/`. */
export const CommentsFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    note: Type.String({ minLength: 1, description: 'Where the comments are from; invented ones say so.' }),
    use: CommentUse,
    comments: Type.Array(ReadComment, { minItems: 1 }),
  },
  {
    ...closed,
    title: 'Comments',
    description: 'Comments with what a careful reader takes from them, by which reading is measured.',
  },
);
