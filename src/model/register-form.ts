import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };
const text = (description: string) => Type.String({ minLength: 1, description });
const heading = (description: string) => Type.Optional(text(description));

const Published = Type.Object(
  {
    title: text('What its publisher calls it.'),
    by: text('Who publishes it.'),
    where: text('The address of the page that it is published on.'),
    licence: text('Under which licence.'),
    attribution: heading('The words that the licence asks for.'),
  },
  { ...closed, description: 'Where the files of this form come from.' },
);

const common = {
  $schema: Type.Optional(Type.String()),
  id: Type.String({ pattern: '^[a-z0-9-]+$' }),
  name: text('What it holds, in a few words.'),
  published: Published,
};

/** The form in which a list of organisations is published: which heading holds what. */
export const OrganisationsForm = Type.Object(
  {
    ...common,
    kind: Type.Literal('organisations'),
    separator: text('Between the members of a list in one cell.'),
    recodedAreas: Type.Optional(
      Type.Array(
        Type.Object(
          {
            from: text('The code that the list has.'),
            to: text('The code that the same area has now.'),
            source: text('What changed it, and when.'),
          },
          closed,
        ),
        { description: 'Areas that got another code, and that the list may have under the earlier one.' },
      ),
    ),
    columns: Type.Object(
      {
        code: text('The code that stays with an organisation.'),
        name: text('Its full name.'),
        shortName: heading('Its name in short.'),
        slug: heading('Its name in addresses.'),
        areaCode: heading('The code of its area, which changes with its borders.'),
        formerAreaCodes: heading('A list: codes that the same area had before.'),
        alternativeNames: heading('A list: other names that it is found under.'),
        type: heading('The code of its type.'),
        typeName: heading('The name of its type; shown instead of the code.'),
        region: heading('Its region.'),
        nation: heading('Its nation.'),
        started: heading('The day on which it began, as YYYY-MM-DD.'),
        ended: heading('The day on which it ended, as YYYY-MM-DD.'),
        successors: heading('A list: the codes of those that took its place.'),
      },
      { ...closed, description: 'Headings, as they stand in the first row.' },
    ),
  },
  closed,
);
export type OrganisationsForm = Frozen<Static<typeof OrganisationsForm>>;

/** The form in which the nearest neighbours of areas are published: which heading holds what. */
export const NeighboursForm = Type.Object(
  {
    ...common,
    kind: Type.Literal('neighbours'),
    columns: Type.Object(
      {
        area: text('The code of an area.'),
        places: Type.Array(Type.String({ minLength: 1 }), {
          minItems: 1,
          description: 'The headings of its neighbours, nearest first.',
        }),
      },
      { ...closed, description: 'Headings, as they stand in the first row.' },
    ),
  },
  closed,
);
export type NeighboursForm = Frozen<Static<typeof NeighboursForm>>;

/** A form in which a list of organisations, or of their neighbours, is published. */
export const RegisterForm = Type.Union([OrganisationsForm, NeighboursForm], {
  title: 'Register form',
  description: 'How the headings of a published list are read.',
});
export type RegisterForm = OrganisationsForm | NeighboursForm;
