import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemas } from './schemas.ts';

/** Writes the JSON Schema of every kind of file into a folder, which is made if it is not there; run by `npm run schemas`. */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemas()) writeFileSync(join(folder, name), text);
}

if (import.meta.main) writeSchemas(join(import.meta.dirname, '../../rules/schema'));
