import { type Static, Type } from 'typebox';
import { properties } from '../../engine/proof/properties.ts';
import type { Counterexample } from '../../engine/proof/prove.ts';
import { type ProvenGroup, prove, usualMost } from '../../engine/proof/prove.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { PackCase } from '../../model/pack-case.ts';
import { loadPack } from '../../pack/load.ts';
import { rulePacks } from './rule-packs.ts';

/** What was proven of packs, over which cases, and what does not hold. */
export const RulesProof = Type.Object({
  schema: Type.Literal(1),
  most: Type.Integer({ description: 'Parts with so many cases or fewer were answered in full.' }),
  properties: Type.Array(Type.Object({ property: Type.String(), says: Type.String() })),
  packs: Type.Array(
    Type.Object({
      pack: Type.String({ description: 'As it was named.' }),
      sha256: Type.String(),
      cases: Type.Integer({ description: 'How many cases were answered.' }),
      groups: Type.Array(
        Type.Object({
          objectives: Type.Array(Type.Integer(), {
            description: 'Numbers of objectives that the rules do not tell apart; the first stands for all.',
          }),
          rules: Type.Array(Type.String(), { description: 'Ids of the rules of the rubric about them.' }),
          parts: Type.Array(
            Type.Object({
              part: Type.Union(
                [Type.Literal('no-limit'), Type.Literal('one-limit'), Type.Literal('any-limits')],
                { description: 'How many kinds of limit the comment gives.' },
              ),
              method: Type.Union([Type.Literal('exhaustive'), Type.Literal('covering-array')]),
              of: Type.Number({ description: 'How many cases there are; above 2^53, about.' }),
              strength: Type.Union([Type.Integer(), Type.Null()], {
                description:
                  'In any so many facts every combination is in some case; null where all cases are.',
              }),
              cases: Type.Integer({ description: 'How many of them were answered.' }),
              drawn: Type.Integer({
                description: 'How many of these were drawn; the others are rows of arrays.',
              }),
            }),
          ),
        }),
      ),
      counterexamples: Type.Array(
        Type.Object({
          property: Type.String(),
          sentence: Type.String(),
          facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()]), {
            description: 'What the case is, as far as it is not what is plainest.',
          }),
          expected: PackCase.properties.expected,
          case: Type.Union([PackCase, Type.Null()], {
            description: 'To put into cases/; null where no words are known that say it.',
          }),
        }),
        { description: 'At most one for each property.' },
      ),
    }),
  ),
});
export type RulesProof = Frozen<Static<typeof RulesProof>>;

/**
 * Proves what always holds of the ceilings and targets of a pack; of every pack where none is named.
 * @param most the most cases of a part that are all answered
 * @throws Problem UNKNOWN_FRAMEWORK, PACK_BROKEN
 */
export async function proveRules(named?: string, most = usualMost): Promise<RulesProof> {
  const packs: RulesProof['packs'][number][] = [];
  for (const { pack: name, folder } of rulePacks(named)) {
    const pack = loadPack(folder);
    const { groups, counterexamples } = await prove(pack, most);
    packs.push({
      pack: name,
      sha256: pack.sha256,
      cases: groups.flatMap(({ parts }) => parts).reduce((sum, { cases }) => sum + cases, 0),
      groups: groups.map(groupOf),
      counterexamples: counterexamples.map(exampleOf),
    });
  }
  return {
    schema: 1,
    most,
    properties: properties.map(({ name, says }) => ({ property: name, says })),
    packs,
  };
}

function groupOf({ objectives, rules, parts }: ProvenGroup): RulesProof['packs'][number]['groups'][number] {
  return { objectives: objectives.map(({ number }) => number), rules, parts };
}

function exampleOf({
  violation,
  case: written,
}: Counterexample): RulesProof['packs'][number]['counterexamples'][number] {
  const { property, sentence, expected, one } = violation;
  const factors = Object.entries(one.factors).filter(([, state]) => state !== 'unknown');
  const facts = {
    objective: one.objective.number,
    score: one.score.label,
    ...(one.decision === 'none' ? {} : { decision: one.decision }),
    ...(one.path === 'none' ? {} : { path: one.path }),
    ...Object.fromEntries(factors.map(([id, state]) => [`factor.${id}`, state])),
    ...Object.fromEntries(
      Object.entries(one.limits).map(([signal, { strength, level }]) => [
        `said.${signal}`,
        `${strength}, at level ${level}`,
      ]),
    ),
  };
  return { property, sentence, facts, expected, case: written };
}
