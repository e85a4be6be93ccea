import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { template } from '../../../src/app/export/template.ts';
import { importDocument } from '../../../src/app/import/import-document.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { closeYear } from '../../../src/app/year/close-year.ts';
import { enterRow } from '../../../src/app/year/enter-row.ts';
import { openYear } from '../../../src/app/year/open-year.ts';
import { pack } from '../../engine/medway.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

const year = { organisation: 'example', period: '2024', by: 'Ada' };
const objectives = pack.framework.objectives.map(({ number }) => number);

/** A form in which some objectives are scored, as a file beside the workspace. */
async function form(workspace: Workspace, scored: readonly number[]): Promise<string> {
  const organisation = { id: 'example', name: 'Example', framework: pack.id, example: null };
  workspace.records.putOrganisation(organisation, 'Ada');
  await openYear(workspace, year);
  for (const objective of scored) enterRow(workspace, { ...year, objective, score: '3', version: 0 });
  const file = join(workspace.folder, '..', 'form.xlsx');
  writeFileSync(file, (await template(workspace, { ...year, format: 'xlsx' })).content);
  return file;
}

describe('a form for a period that is not there yet', () => {
  test('opens it where scores are still missing, and a later one adds to it until it is closed', () =>
    withWorkspace(
      async (workspace) => {
        const { records } = workspace;
        const bring = (file: string, dryRun = false) =>
          importDocument(workspace, { file, organisation: 'other', by: 'Ben', dryRun });
        const file = await form(workspace, [1]);
        const rehearsed = await bring(file, true);
        expect(rehearsed.periods).toMatchObject([{ period: '2024', outcome: 'new', closed: false }]);
        expect(records.organisations().map(({ id }) => id)).toEqual(['example']);

        const report = await bring(file);
        expect(report.outcome).toBe('new');
        expect(report.periods).toMatchObject([{ n: 1, notScored: objectives.length - 1, closed: false }]);
        expect(records.assessments('other')).toMatchObject([{ period: '2024', closed: false }]);
        expect((await bring(file)).periods).toMatchObject([{ outcome: 'unchanged', closed: false }]);

        const more = await bring(await form(workspace, objectives.slice(1)));
        expect(more.periods).toMatchObject([{ outcome: 'changed', notScored: 0, closed: false }]);
        closeYear(workspace, { ...year, organisation: 'other' });
        expect(records.assessments('other')).toMatchObject([{ closed: true }]);
      },
      { ...example, sources: null },
    ));

  test('closes it where nothing is missing, as any document does', () =>
    withWorkspace(
      async (workspace) => {
        const file = await form(workspace, objectives);
        const { periods } = await importDocument(workspace, { file, organisation: 'other', by: 'Ben' });
        expect(periods).toMatchObject([{ outcome: 'new', notScored: 0, closed: true }]);
      },
      { ...example, sources: null },
    ));
});

describe('a form for a year that has none before or after it', () => {
  test.each(['0000', '9999', '1899', '9999-00'])('is refused: %s', (period) =>
    withWorkspace(
      (workspace) =>
        expect(template(workspace, { period, format: 'xlsx' })).rejects.toMatchObject({ code: 'BAD_VALUE' }),
      { ...example, sources: null },
    ),
  );
});
