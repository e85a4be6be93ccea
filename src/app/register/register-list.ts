import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { RegisterSource } from '../../model/register.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });
const orNull = Type.Union([Type.String(), Type.Null()]);
const tallies = Type.Array(Type.Object({ name: Type.String(), organisations: count }, closed));

/** The register of a workspace, and some of its organisations: the contract of `/api/v1/register`. */
export const RegisterList = Type.Object(
  {
    schema: Type.Literal(1),
    /** Where each list is from; null for one that was not added. */
    sources: Type.Object(
      {
        organisations: Type.Union([RegisterSource, Type.Null()]),
        neighbours: Type.Union([RegisterSource, Type.Null()]),
      },
      closed,
    ),
    /** All organisations that are held, and those of them that ended. */
    held: count,
    ended: count,
    /** By name, over those that go on, or with those that ended where these are asked for too. */
    types: tallies,
    regions: tallies,
    /** How many fit what was asked for. */
    found: count,
    page: Type.Integer({ minimum: 1 }),
    pages: Type.Integer({ minimum: 1 }),
    /** Those of the page, by name and code. */
    organisations: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          name: Type.String(),
          type: orNull,
          region: orNull,
          nation: orNull,
          /** Days, as YYYY-MM-DD. */
          started: orNull,
          ended: orNull,
        },
        closed,
      ),
    ),
  },
  { ...closed, title: 'RegisterList' },
);
export type RegisterList = Frozen<Static<typeof RegisterList>>;
