import { Type } from 'typebox';

const closed = { additionalProperties: false };
const text = Type.String();

/** A chart as figures: what it says in words, whose it is, and its rows with what each field means. */
export const ChartAnswer = Type.Object(
  {
    dashboard: Type.String({ description: 'The id of the dashboard.' }),
    question: text,
    headline: Type.String({ description: 'The answer in one sentence, from the rows.' }),
    sentences: Type.Array(text, { description: 'The same as the picture, in words.' }),
    stamp: Type.Object(
      {
        organisation: text,
        period: text,
        framework: text,
        packVersion: text,
        example: Type.Union([text, Type.Null()], { description: 'What an example says of itself.' }),
      },
      closed,
    ),
    data: Type.Object(
      {
        name: text,
        fields: Type.Array(
          Type.Object({ name: text, title: text, type: text, unit: text, description: text }),
        ),
      },
      closed,
    ),
    rows: Type.Array(Type.Record(text, Type.Unknown())),
  },
  closed,
);
