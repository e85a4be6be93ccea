import { join } from 'node:path';
import { registerForms } from '../../benchmark/register/register-forms.ts';
import type { NeighboursForm, OrganisationsForm } from '../../model/register-form.ts';
import { projectFolder } from '../workspace/project-folder.ts';

const folder = join(projectFolder, 'data/register-forms');

/** The forms of lists of organisations that are read. @throws Problem BAD_VALUE for a form that is none */
export function organisationsForms(forms = folder): readonly OrganisationsForm[] {
  return registerForms(forms).flatMap((form) => (form.kind === 'organisations' ? [form] : []));
}

/** The forms of lists of neighbours that are read. @throws Problem BAD_VALUE for a form that is none */
export function neighboursForms(forms = folder): readonly NeighboursForm[] {
  return registerForms(forms).flatMap((form) => (form.kind === 'neighbours' ? [form] : []));
}
