import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importDocument } from '../../../src/app/import/import-document.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { withWorkspace } from '../fixture.ts';

/** Imports a table with the columns of a stamp for Elm Road, and gives what was found. */
async function found(workspace: Workspace, heading: string, stamp: string): Promise<unknown> {
  const file = join(workspace.folder, '..', 'scores.csv');
  const rows = [1, 2, 3, 4, 5].map((number) => `${stamp},${number},2`);
  writeFileSync(file, ['organisation,framework,#,' + heading, ...rows].join('\n'));
  const request = { file, organisation: 'elm-road', framework: 'allotment', by: 'me' };
  const { findings } = await importDocument(workspace, request);
  return findings.filter(({ severity }) => severity === 'warning').map(({ code, seen }) => `${code} ${seen}`);
}

test('a document of another organisation or standard is said to be', () =>
  withWorkspace(async (workspace) => {
    expect(await found(workspace, '2023 Score', 'elm-road,allotment')).toEqual([]);
    expect(await found(workspace, '2023 Score', 'oak-lane,orchard')).toEqual([
      'document/stamp-differs oak-lane',
      'document/stamp-differs orchard',
    ]);
  }));

test('a period that is written otherwise than those that are held is said to be', () =>
  withWorkspace(async (workspace) => {
    expect(await found(workspace, '2023 Score', 'elm-road,allotment')).toEqual([]);
    expect(await found(workspace, '2024 Score', 'elm-road,allotment')).toEqual([]);
    expect(await found(workspace, 'Score 2023/24', 'elm-road,allotment')).toEqual([
      'document/period-form 2023-24',
    ]);
  }));
