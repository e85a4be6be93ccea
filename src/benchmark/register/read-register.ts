import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from '../../exchange/read/read-json-file.ts';
import { settleFolder } from '../../kernel/replace-folder.ts';
import { Register } from '../../model/register.ts';
import { registerFiles } from './register-files.ts';

/** What is known of the register in a folder beside its rows; nothing where there is none yet. @throws Problem BAD_VALUE where its file is damaged */
export function readRegister(folder: string): Register {
  settleFolder(folder);
  const file = join(folder, registerFiles.register);
  if (!existsSync(file)) return { schema: 1, organisations: null, neighbours: null };
  return readJsonFile(file, Register, 'Add the organisations and neighbours again.');
}
