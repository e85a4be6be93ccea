import { UploadSettings } from '../../app/upload/upload-note.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import { matches } from '../../kernel/schema.ts';
import { shortName } from '../../kernel/short-name.ts';
import { isPeriod } from '../../model/period.ts';
import type { RefusedImport } from '../../pages/import-page.ts';
import { isMendableAnywhere, partsOf } from '../refusals/mendable-anywhere.ts';
import type { FormFields } from './form-fields.ts';

/**
 * What the fields of a form say of a file.
 * @param organisation that of the page; null where the form asks
 * @throws Problem BAD_VALUE that names the field
 */
export function settingsIn(
  { records }: Workspace,
  organisation: string | null,
  fields: FormFields,
): UploadSettings {
  const { whose = '', period = '', framework = '' } = trimmed(fields);
  const name = (fields['name'] ?? '').replace(/\s+/g, ' ').trim();
  if (period !== '' && !isPeriod(period))
    throw bad('period', 'Give the period as a year such as 2024, or 2024-25 for one that runs over two.');
  const rest = { ...(period === '' ? {} : { period }), ...(framework === '' ? {} : { framework }) };
  const settings = { ...whoseSettings(), ...rest };
  if (matches(UploadSettings, settings)) return settings;
  throw bad('period', 'Load the page again, and use its form.');

  function whoseSettings(): UploadSettings {
    if (organisation !== null) return { organisation };
    const held = records.organisations();
    if (held.some(({ id }) => id === whose)) return { organisation: whose };
    if (whose !== '' && whose !== 'new') throw bad('whose', 'Choose an organisation of the list.');
    const given = (fields['id'] ?? '').trim();
    if (whose === '' && name === '' && given === '') return {};
    if (name === '') throw bad('name', 'Give the name of the new organisation.');
    if (name.length > 200) throw bad('name', 'Make the name shorter: 200 characters at most.');
    const id = given === '' ? shortName(name) : given;
    if (!/^[a-z0-9-]{1,60}$/.test(id))
      throw bad('id', 'Give a short name of small letters, digits and hyphens, such as oak-lane.');
    if (held.some((each) => each.id === id))
      throw bad(
        'id',
        `There is an organisation ${id} already: choose it in the list, or another short name.`,
      );
    return { organisation: id, name };
  }
}

/** What a page says of a form that could not be taken; anything that the form cannot mend is thrown on. */
export function refusedImport(thrown: Problem, values: FormFields): RefusedImport {
  const mendable = ['BAD_VALUE', 'FILE_EMPTY', 'FILE_TOO_LARGE', 'UPLOAD_CHANGED'];
  if (isMendableAnywhere(thrown)) return { field: null, message: partsOf(thrown).repair, values };
  if (!mendable.includes(thrown.code)) throw thrown;
  const { place = '', repair, seen } = thrown.detail;
  const fields = ['file', 'whose', 'name', 'id', 'period', 'framework', 'by'];
  if (thrown.code === 'BAD_VALUE' && !fields.includes(place)) throw thrown;
  const lead = new Map<string, string>([
    ['FILE_EMPTY', 'The file is empty. '],
    ['FILE_TOO_LARGE', `The file is too large: ${seen ?? ''}. `],
    ['UPLOAD_CHANGED', 'What is held changed since this page was shown, so nothing was imported. '],
  ]);
  const field = thrown.code === 'UPLOAD_CHANGED' ? null : thrown.code === 'BAD_VALUE' ? place : 'file';
  return { field, message: `${lead.get(thrown.code) ?? ''}${repair}`, values };
}

function trimmed(fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()]));
}

function bad(place: string, repair: string): Problem {
  return new Problem('BAD_VALUE', { place, repair });
}
