import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from '../../exchange/read/read-json-file.ts';
import { RegisterForm } from '../../model/register-form.ts';

/**
 * The forms that a folder describes, by their ids; one JSON file each.
 * @throws Problem BAD_VALUE for a file of another form; FILE_MISSING, FILE_EMPTY or FILE_NOT_TEXT
 */
export function registerForms(folder: string): readonly RegisterForm[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) =>
      readJsonFile(
        join(folder, name),
        RegisterForm,
        'Mend the form: rules/schema/register-form.json says what it may hold.',
      ),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
