import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Effects } from '../../kernel/effects.ts';
import { replaceFolder } from '../../kernel/replace-folder.ts';
import type { Register, RegisterSource } from '../../model/register.ts';
import type { RegisterForm } from '../../model/register-form.ts';
import { readRegister } from './read-register.ts';
import { type RegisterChanges, registerChanges } from './register-changes.ts';
import { registerFiles } from './register-files.ts';
import type { RegisterTable } from './register-table.ts';

/** What is added to a register: a list that was read, and what writes its files. */
export interface RegisterAddition {
  readonly part: 'organisations' | 'neighbours';
  readonly table: RegisterTable;
  readonly form: RegisterForm;
  readonly write: (folder: string) => Promise<void>;
}

/**
 * Puts a list in the place of the one that the register in a folder holds, all or nothing, and says what is other
 * than before. The other list stays.
 * @throws Problem WORKSPACE_BUSY
 */
export async function addToRegister(
  folder: string,
  { part, table, form, write }: RegisterAddition,
  { now }: Effects,
): Promise<{ readonly source: RegisterSource; readonly changes: RegisterChanges }> {
  const { publisher, licence, attribution } = {
    publisher: form.published.by,
    licence: form.published.licence,
    attribution: form.published.attribution ?? null,
  };
  const source: RegisterSource = {
    file: basename(table.file),
    sha256: table.sha256,
    rows: table.rows.length,
    added: now().toISOString(),
    form: form.id,
    ...{ publisher, licence, attribution },
  };
  const kept =
    part === 'organisations'
      ? [registerFiles.neighbours]
      : [registerFiles.organisations, registerFiles.aliases, registerFiles.successions];
  const changes = await replaceFolder(folder, async ({ beside }) => {
    await write(beside);
    for (const name of kept)
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(beside, name));
    const next: Register = { ...readRegister(folder), [part]: source };
    writeFileSync(join(beside, registerFiles.register), `${JSON.stringify(next, null, 2)}\n`);
    const before = join(folder, registerFiles[part]);
    const answer = await registerChanges({
      before: existsSync(before) ? before : null,
      after: join(beside, registerFiles[part]),
      folders: [folder, beside],
      code: part === 'organisations' ? 'organisation' : 'area',
    });
    return { answer, replace: true };
  });
  return { source, changes };
}
