import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contribution } from '../../../src/app/contribute/contribution.ts';
import { closedAssessments } from '../../../src/app/workspace/closed-assessments.ts';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { addToPanel } from '../../../src/benchmark/panel/add-to-panel.ts';
import { parseScore } from '../../../src/model/score.ts';
import { withWorkspace } from '../fixture.ts';

/** The example that comes with the project: real prose, in the rules of its field. */
const real = {
  rules: join(projectFolder, 'rules'),
  sources: join(projectFolder, 'data/sources'),
};
const cells = (content: string) =>
  content
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

function addFile(workspace: Workspace, content: string) {
  const file = join(workspace.folder, 'given.csv');
  writeFileSync(file, content);
  const { frameworks, pack, effects, folder } = workspace;
  return addToPanel(
    { panels: join(folder, 'panels'), frameworks: frameworks(), rules: pack, now: effects.now },
    { id: 'region', files: [file] },
  );
}

test('what is contributed comes into a panel without a finding, each row as the workspace holds it', async () => {
  await withWorkspace(async (workspace) => {
    const { content, rows, scored, causes } = await contribution(workspace, { organisation: 'medway' });
    expect({ rows, scored }).toEqual({ rows: 118, scored: 118 });
    expect(causes.read).toBe(causes.readOnly.length);
    expect(causes.read).toBeGreaterThan(10);
    const report = await addFile(workspace, content);
    expect(report).toMatchObject({ state: 'added', given: 118, added: 118, findings: [] });
    expect(report.panel).toMatchObject({ access: 'confidential', invented: false, causes: true });

    const [header = [], ...given] = cells(content);
    const levels = workspace.pack('lga-nps-2018').framework.levels;
    const score = (period: string, objective: number) =>
      given.find((row) => row[2] === period && row[3] === String(objective))?.[header.indexOf('score')] ?? '';
    for (const { period, rows: held } of closedAssessments(workspace, 'medway'))
      for (const row of held)
        expect(parseScore(score(period, row.objective), levels)).toEqual(
          row.state === 'scored' ? row.score : null,
        );
  }, real);
});

test('no word of a comment leaves, whatever is in it', async () => {
  await withWorkspace(async (workspace) => {
    const { content, columns } = await contribution(workspace, { organisation: 'medway', names: true });
    const [header = [], ...given] = cells(content);
    expect(header).toEqual(columns.map(({ name }) => name));
    const ids = [...workspace.pack('lga-nps-2018').causes, ...workspace.pack('lga-nps-2018').factors].map(
      ({ id }) => id,
    );
    const known = new RegExp(
      `^(?:(?:${ids.join('|')})|[:;= ]|\\d|external|internal|confirmed|read|yes|no)*$`,
    );
    for (const row of given) {
      expect([row[0], row[1], row.at(-1)]).toEqual(['medway', 'lga-nps-2018', 'Medway Council']);
      for (const cell of row.slice(5, -1)) expect(cell).toMatch(/^\d(\/\d)?$|^$/.test(cell) ? /.*/ : known);
    }
  }, real);
});

test('a reason that somebody confirmed leaves as confirmed, a dismissed one stays', async () => {
  await withWorkspace(async (workspace) => {
    const period = '2023';
    const before = await contribution(workspace, { organisation: 'medway', period });
    const found = (objective: number) => ({
      objective,
      reason: '',
      strength: 'stated' as const,
      level: null,
    });
    const row = workspace.records.assessment('medway', period).rows.find(({ objective }) => objective === 4);
    const quote = "A '5' can only be achieved by representation on joint Council boards";
    expect(row?.text).toContain(quote);
    workspace.records.addCorrection(
      'medway',
      { ...found(4), period, quote, cause: 'joint-working', factor: 'joint-boards', decision: 'confirm' },
      'Sam',
    );
    const after = await contribution(workspace, { organisation: 'medway', period });
    expect([after.causes.confirmed, after.causes.read]).toEqual([1, before.causes.read - 1]);
    expect(after.content).toContain('joint-working:4:external:confirmed');
  }, real);
});

test('only a closed period is contributed', async () => {
  await withWorkspace(async (workspace) => {
    const one = await contribution(workspace, { organisation: 'medway', period: '2022' });
    expect([one.periods, one.rows]).toEqual([['2022'], 59]);
    await expect(contribution(workspace, { organisation: 'medway', period: '2024' })).rejects.toThrow(
      /2022, 2023/,
    );
  }, real);
});
