import { type Static, Type } from 'typebox';
import { Diagnostic, type Severity } from '../../kernel/diagnostics.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { checkPack } from '../../pack/check-pack.ts';
import { rulePacks } from './rule-packs.ts';

/** What a check of packs found. */
export const RulesCheck = Type.Object({
  schema: Type.Literal(1),
  packs: Type.Array(
    Type.Object({
      pack: Type.String({ description: 'As it was named.' }),
      errors: Type.Integer(),
      warnings: Type.Integer(),
      notes: Type.Integer(),
      diagnostics: Type.Array(Diagnostic, { description: 'In order of file and line.' }),
    }),
  ),
});
export type RulesCheck = Frozen<Static<typeof RulesCheck>>;

/**
 * All that is wrong with a pack's files, or worth a look; of every pack where none is named.
 * @throws Problem UNKNOWN_FRAMEWORK
 */
export function checkRules(named?: string): RulesCheck {
  const packs = rulePacks(named).map(({ pack, folder }) => {
    const diagnostics = checkPack(folder);
    const count = (severity: Severity) => diagnostics.filter((each) => each.severity === severity).length;
    return {
      pack,
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      diagnostics,
    };
  });
  return { schema: 1, packs };
}
