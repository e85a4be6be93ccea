import { type Static, Type } from 'typebox';
import { aliasKinds } from '../../benchmark/register/aliases.ts';
import type { Frozen } from '../../kernel/schema.ts';

const closed = { additionalProperties: false };
const orNull = Type.Union([Type.String(), Type.Null()]);
const AliasKind = Type.Enum([...aliasKinds]);
const others = Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, closed));

/** An organisation of the register, with those around it: the contract of `organisations show --json`. */
export const RegisteredReport = Type.Object(
  {
    schema: Type.Literal(1),
    code: Type.String(),
    name: Type.String(),
    type: orNull,
    region: orNull,
    nation: orNull,
    /** Days, as YYYY-MM-DD. */
    started: orNull,
    ended: orNull,
    /** By which kind of alias it was found. */
    foundBy: Type.String(),
    /** Its other codes and names, which find it too, each once whatever its case; in order of kind and text. */
    knownAs: Type.Array(Type.Object({ kind: AliasKind, text: Type.String() }, closed)),
    /** Codes that it had before, the latest first: scores under them are its own. */
    continues: others,
    /** Codes that it had afterwards, the next first. */
    continuedBy: others,
    /** Those that it was made from; their scores stand beside its own. */
    predecessors: others,
    /** Those that took its place. */
    successors: others,
    /** Nearest first; empty where none are held. */
    neighbours: others,
  },
  { ...closed, title: 'RegisteredReport' },
);
export type RegisteredReport = Frozen<Static<typeof RegisteredReport>>;
