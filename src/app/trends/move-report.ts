import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Quoted } from '../../model/advice.ts';
import { Outcome } from '../../model/follow-up.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** The objectives that moved between the latest two periods, with what the comments say of it. */
export const MoveReport = Type.Object(
  {
    schema: Type.Literal(1),
    framework: Type.String(),
    organisation: Type.String(),
    from: Type.String(),
    to: Type.String(),
    moves: Type.Array(
      Type.Object(
        {
          objective: Type.Integer(),
          name: Type.String(),
          section: Type.String(),
          /** The labels. */
          from: Type.String(),
          to: Type.String(),
          direction: Type.Union([Type.Literal('higher'), Type.Literal('lower')]),
          /** The earlier score rests on an agreed standard: there is no comment to compare with. */
          fromAgreedStandard: Type.Boolean(),
          /** The first words of the later comment that can show what the score rests on; empty where it has none. */
          words: Type.Array(Quoted),
          /** The earlier actions, and what became of them as far as the words tell. */
          actions: Type.Array(Type.Object({ quote: Type.String(), outcome: Outcome }, closed)),
          /** The decision to do nothing more, where the later comment states one. */
          decision: nullable(Quoted),
        },
        closed,
      ),
    ),
  },
  { ...closed, title: 'Moves' },
);
export type MoveReport = Frozen<Static<typeof MoveReport>>;
