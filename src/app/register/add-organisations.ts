import { addToRegister } from '../../benchmark/register/add-to-register.ts';
import { fitForm } from '../../benchmark/register/fit-form.ts';
import { readOrganisations } from '../../benchmark/register/read-organisations.ts';
import { refuseRegister } from '../../benchmark/register/refuse-register.ts';
import { registerCounts } from '../../benchmark/register/register-counts.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import { readRegisterTable } from '../../benchmark/register/register-table.ts';
import { writeOrganisations } from '../../benchmark/register/write-organisations.ts';
import { decidePanels } from '../panel/decide-panels.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { organisationsForms } from './published-forms.ts';
import type { RegisterReport } from './register-report.ts';

/**
 * Reads a published list of organisations into the register of a workspace, in the place of the one that is there.
 * @param forms in which it may be; those of the project unless said
 * @throws Problem REGISTER_REFUSED with what is wrong with it, nothing added; those of reading a file; WORKSPACE_BUSY
 */
export async function addOrganisations(
  { folder: workspace, effects }: Pick<Workspace, 'folder' | 'effects'>,
  file: string,
  forms = organisationsForms(),
): Promise<RegisterReport> {
  const table = readRegisterTable(file);
  const { form, diagnostics: headings } = fitForm(table, forms);
  refuseRegister(headings, file);
  const { organisations, diagnostics } = readOrganisations(table, form);
  const findings = [...table.diagnostics, ...diagnostics];
  refuseRegister(findings, file);
  const folder = registerFolder(workspace);
  const write = (staging: string) => writeOrganisations(staging, organisations);
  const { source, changes } = await addToRegister(
    folder,
    { part: 'organisations', table, form, write },
    effects,
  );
  const register = await registerCounts(folder);
  await decidePanels({ folder: workspace, effects });
  return { schema: 1, kind: 'organisations', source, changes, register, findings };
}
