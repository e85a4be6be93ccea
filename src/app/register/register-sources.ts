import { readRegister } from '../../benchmark/register/read-register.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import type { Register } from '../../model/register.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** Which lists of organisations and of neighbours a workspace holds, with where and when each is from; null for none. @throws Problem WORKSPACE_BROKEN */
export function registerSources({
  folder,
}: Pick<Workspace, 'folder'>): Pick<Register, 'organisations' | 'neighbours'> {
  const { organisations, neighbours } = readRegister(registerFolder(folder));
  return { organisations, neighbours };
}
