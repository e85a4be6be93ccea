import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { matches } from '../../kernel/schema.ts';
import { refuseLink } from './panel-folder.ts';

const UsualPanels = Type.Object(
  { schema: Type.Literal(1), panels: Type.Array(Type.String()) },
  { additionalProperties: false },
);

/** The ids of the panels that are taken where several fit and none is named; none where nothing was said, or it cannot be read. */
export function usualPanels(panels: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(readFileSync(fileOf(panels), 'utf8'));
    return matches(UsualPanels, read) ? read.panels : [];
  } catch {
    return [];
  }
}

/** Says which panels are taken where several fit, in the place of what was said before. @throws Problem WORKSPACE_BROKEN, FILE_UNWRITABLE */
export function keepUsualPanels(panels: string, ids: readonly string[]): void {
  const file = fileOf(panels);
  refuseLink(file, 'isFile');
  try {
    mkdirSync(panels, { recursive: true });
    writeFileSync(`${file}.tmp`, `${JSON.stringify({ schema: 1, panels: ids })}\n`);
    renameSync(`${file}.tmp`, file);
  } catch (cause) {
    const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const repair = 'Check that you may write in this folder, and that there is room.';
    throw new Problem('FILE_UNWRITABLE', { file, seen, repair }, { cause });
  }
}

function fileOf(panels: string): string {
  return join(panels, 'usual.json');
}
