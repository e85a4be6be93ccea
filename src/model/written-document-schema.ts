import { Type } from 'typebox';

const closed = { additionalProperties: false };
const text = Type.String();
const list = (item: object) => Type.Array(Type.Unsafe<unknown>(item));

const Words = Type.Array(
  Type.Union([
    Type.String(),
    Type.Object(
      {
        text,
        strong: Type.Optional(Type.Literal(true)),
        to: Type.Optional(Type.String({ description: 'The id of the heading that it leads to.' })),
      },
      closed,
    ),
  ]),
  { description: 'Plain strings, and runs that stand out or lead somewhere.' },
);

const Item = Type.Cyclic(
  { ListItem: Type.Object({ words: Words, items: Type.Array(Type.Ref('ListItem')) }, closed) },
  'ListItem',
);

/** The form of a `WrittenDocument` as programs get it. */
export const writtenDocumentSchema = Type.Object(
  {
    title: text,
    description: Type.String({ description: 'One sentence: what the document is.' }),
    provenance: Type.Array(text, { description: 'Where it is from: each a sentence.' }),
    made: Type.String({ description: 'The day on which it was made, such as 2026-01-02.' }),
    blocks: Type.Array(
      Type.Union([
        Type.Object(
          {
            kind: Type.Literal('heading'),
            level: Type.Union([Type.Literal(2), Type.Literal(3)]),
            text,
            id: text,
          },
          closed,
        ),
        Type.Object({ kind: Type.Literal('paragraph'), words: Words }, closed),
        Type.Object({ kind: Type.Literal('list'), items: list(Item) }, closed),
        Type.Object(
          {
            kind: Type.Literal('table'),
            caption: text,
            head: Type.Array(text),
            rows: Type.Array(Type.Array(Words), {
              description: 'The first cell of each row is its heading.',
            }),
          },
          closed,
        ),
        Type.Object({ kind: Type.Literal('fold'), summary: text, items: list(Item) }, closed),
      ]),
    ),
  },
  closed,
);
