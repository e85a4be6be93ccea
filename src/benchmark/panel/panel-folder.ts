import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { visibleText } from './visible-text.ts';

/** The files of a panel's folder; the last two only of an invented one. */
export const panelFiles = {
  about: 'panel.json',
  scores: 'scores.parquet',
  causes: 'causes.parquet',
  factors: 'factors.parquet',
  organisations: 'organisations.parquet',
  neighbours: 'neighbours.parquet',
} as const;

/**
 * The folder of a panel, which may not be there yet.
 * @param panels the folder that holds all of them
 * @throws Problem BAD_VALUE for an id that is none; WORKSPACE_BROKEN where the folder, or that of all panels, is a link or no folder
 */
export function panelFolder(panels: string, id: string): string {
  if (!isPanelId(id))
    throw new Problem('BAD_VALUE', {
      place: 'the id of the panel',
      seen: visibleText(id) || 'nothing',
      allowed: 'small letters, digits and hyphens; at most 64, the first no hyphen',
      repair: 'Give an id such as north-east-2024.',
    });
  const folder = join(panels, id);
  for (const each of [panels, folder]) refuseLink(each, 'isDirectory');
  return folder;
}

/** Whether text can be the id of a panel. */
export function isPanelId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text) && !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(text);
}

/** Refuses a link, and what is of another kind; what is not there is no fault. @throws Problem WORKSPACE_BROKEN */
export function refuseLink(path: string, kind: 'isDirectory' | 'isFile'): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats[kind]()) return;
  throw new Problem('WORKSPACE_BROKEN', {
    file: path,
    seen: stats.isSymbolicLink() ? 'a link to another place' : 'something else',
    allowed: kind === 'isFile' ? 'a regular file' : 'a folder',
    repair: 'Take it away; a panel lies in the workspace itself.',
  });
}
