import { type Static, type TSchema, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { BenchmarkRules } from '../model/benchmark-rules.ts';
import { Cause } from '../model/cause.ts';
import { type CeilingRule, CeilingsFile } from '../model/ceiling-rule.ts';
import { ChallengeRules } from '../model/challenge-rules.ts';
import { CommentsFile } from '../model/comment-set.ts';
import { CriteriaFile } from '../model/criterion.ts';
import { Factor } from '../model/factor.ts';
import { FollowUpRules } from '../model/follow-up-rules.ts';
import { Framework } from '../model/framework.ts';
import { LinksFile } from '../model/link.ts';
import { CasesFile } from '../model/pack-case.ts';
import { PlanningRules } from '../model/planning-rules.ts';
import { ReadingFile } from '../model/reading-rules.ts';
import { TargetsFile } from '../model/target-rule.ts';

const closed = { additionalProperties: false };
const schemaName = Type.Optional(Type.String());

/** `causes.json`. */
const CausesFile = Type.Object(
  { $schema: schemaName, causes: Type.Array(Cause, { minItems: 1 }) },
  { ...closed, title: 'Causes', description: 'The kinds of reason for which an objective can be capped.' },
);

/** `factors.json`. */
const FactorsFile = Type.Object(
  { $schema: schemaName, factors: Type.Array(Factor) },
  { ...closed, title: 'Circumstances', description: 'Circumstances outside the score that rules depend on.' },
);

/** Gives the value of a file that was checked against its schema the type of that schema, and takes out what matters. */
function file<Schema extends TSchema, Parsed>(
  schema: Schema,
  parse: (value: Frozen<Static<Schema>>) => Parsed,
) {
  return { schema, parse: (value: unknown) => parse(value as Frozen<Static<Schema>>) };
}

/** The kinds of file that a pack consists of: schema, and what is taken from a value that fits it. */
export const packFiles = {
  framework: file(Framework, (value) => value),
  causes: file(CausesFile, ({ causes }) => causes),
  factors: file(FactorsFile, ({ factors }) => factors),
  reading: file(ReadingFile, (value) => value as ReadingFile),
  ceilings: file(CeilingsFile, ({ rules }) => rules as readonly CeilingRule[]),
  targets: file(TargetsFile, ({ rules }) => rules),
  links: file(LinksFile, ({ links }) => links),
  followUp: file(FollowUpRules, (value) => value),
  challenges: file(ChallengeRules, (value) => value),
  planning: file(PlanningRules, (value) => value),
  benchmark: file(BenchmarkRules, (value) => value),
  criteria: file(CriteriaFile, ({ criteria }) => criteria),
  cases: file(CasesFile, ({ cases }) => cases),
  comments: file(CommentsFile, ({ use, comments }) => comments.map((comment) => ({ use, comment }))),
};
