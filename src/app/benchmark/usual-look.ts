import type { Panel } from '../../model/panel.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { choosePanel } from './choose-panel.ts';
import { chosenPeriod } from './chosen-period.ts';

/** What an organisation is compared with where nothing else is asked for. */
export interface UsualLook {
  readonly panel: Panel;
  readonly period: string;
}

/** The panel and the period that `benchmark` takes unless they are said. @throws Problem as `benchmark` does */
export function usualLook(workspace: Workspace, id: string, wanted: string | null = null): UsualLook {
  const organisation = workspace.records.organisation(id);
  const panel = choosePanel(workspace, organisation, wanted);
  return { panel, period: chosenPeriod(workspace, organisation, panel, undefined) };
}
