import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chart } from '../../src/app/charts/chart.ts';
import { importDocument } from '../../src/app/import/import-document.ts';
import { trendsOf } from '../../src/app/trends/trends.ts';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import type { Workspace } from '../../src/app/workspace/workspace.ts';
import { describeTrends } from '../../src/cli/describe/describe-trends.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { Trends } from '../../src/model/trends.ts';
import { inTemporaryFolder, withWorkspace } from './fixture.ts';

interface Change {
  readonly levels?: readonly { readonly level: number; readonly name: string }[];
}

/**
 * A workspace whose rules have a second version of the invented standard, in which an assessment for 2026 follows those
 * for 2024 and 2025 in the first: Watering and Compost changed places, Rotation goes on, Show day was split, and Bees
 * are new.
 */
async function withSecondVersion<T>(
  work: (workspace: Workspace) => Promise<T>,
  change: Change = {},
): Promise<T> {
  return inTemporaryFolder(async (rules) => {
    const first = join(projectFolder, 'test/packs/allotment');
    cpSync(first, join(rules, 'allotment'), { recursive: true });
    cpSync(first, join(rules, 'allotment-2'), { recursive: true });
    const framework = JSON.parse(readFileSync(join(first, 'framework.json'), 'utf8'));
    const objective = (number: number, name: string, section: string, before?: number) => ({
      ...{ number, name, description: '', section },
      ...(before === undefined ? {} : { continues: { framework: 'allotment', objective: before } }),
    });
    const objectives = [
      objective(1, 'Watering', 'soil', 2),
      objective(2, 'Compost', 'soil', 1),
      objective(3, 'Rotation', 'crops', 3),
      objective(4, 'Show day in summer', 'crops', 4),
      objective(5, 'Show day in autumn', 'crops', 4),
      objective(6, 'Bees', 'crops'),
    ];
    const second = {
      ...framework,
      ...change,
      id: 'allotment-2',
      name: 'Allotment standard, second version',
      objectives,
    };
    writeFileSync(join(rules, 'allotment-2/framework.json'), JSON.stringify(second));
    return withWorkspace(
      async (workspace) => {
        const file = join(rules, 'later.csv');
        const names = objectives.map(({ name }, at) => `${at + 1},${name},2,Commentary: so.`);
        writeFileSync(file, ['#,Objective,2026 Score,2026 Comments and Action', ...names].join('\n'));
        const said = { organisation: 'oak-lane', framework: 'allotment-2', by: 'me' };
        await importDocument(workspace, { file, ...said });
        return work(workspace);
      },
      { rules },
    );
  });
}

describe('trends over two versions of a standard', () => {
  test('compare the objectives that go on, and say which have no predecessor', () =>
    withSecondVersion(async (workspace) => {
      const trends = await trendsOf(workspace, 'oak-lane');
      expect(mismatches(Trends, trends)).toEqual([]);
      expect(trends.framework).toBe('allotment-2');
      expect(trends.periods.map(({ period, whole }) => `${period}: ${whole.n}`)).toEqual([
        '2024: 3',
        '2025: 3',
        '2026: 6',
      ]);
      const changes = trends.transitions.map(({ from, to, changes: all }) => [
        `${from} to ${to}`,
        ...all.map((one) =>
          'reason' in one
            ? `${one.objective}: ${one.reason}`
            : `${one.objective} ${one.name}: ${one.from} to ${one.to}${one.fromAgreedStandard ? ', agreed' : ''}`,
        ),
      ]);
      expect(changes).toMatchInlineSnapshot(`
        [
          [
            "2024 to 2025",
            "1 Watering: 1 to 1/2, agreed",
            "2 Compost: 1 to 2",
            "3 Rotation: 1 to 1",
            "4: no predecessor in Allotment standard",
            "5: no predecessor in Allotment standard",
            "6: no predecessor in Allotment standard",
          ],
          [
            "2025 to 2026",
            "1 Watering: 1/2 to 2",
            "2 Compost: 2 to 2",
            "3 Rotation: 1 to 2",
            "4: no predecessor in Allotment standard",
            "5: no predecessor in Allotment standard",
            "6: no predecessor in Allotment standard",
          ],
        ]
      `);
      expect(trends.earlierFrameworks).toMatchObject([
        {
          ...{ framework: 'allotment', periods: ['2024', '2025'], compared: 3 },
          without: [{ objective: 4 }, { objective: 5 }, { objective: 6 }],
        },
      ]);
      const organisation = workspace.records.organisation('oak-lane');
      const text = describeTrends(trends, organisation, 80).join(' ').replace(/\s+/g, ' ');
      expect(text).toContain(
        '2024 and 2025 were scored with Allotment standard. 3 of 6 objectives of Allotment standard, second version are marked as the same, and compared. Without a predecessor there: 4 Show day in summer; 5 Show day in autumn; 6 Bees.',
      );
    }));

  test('and the chart of moves say the same', () =>
    withSecondVersion(async (workspace) => {
      const { body } = await chart(
        workspace,
        { dashboard: 'moves', view: { organisation: 'oak-lane' } },
        { format: 'csv' },
      );
      expect(String(body)).toContain('2025,2026');
      expect(String(body).trim().split('\r\n')).toHaveLength(4);
    }));

  test('of other levels compare nothing, and say so', () => {
    const levels = [0, 1, 2, 3, 4].map((level) => ({ level, name: `Step ${level}` }));
    return withSecondVersion(
      async (workspace) => {
        const { periods, transitions, earlierFrameworks } = await trendsOf(workspace, 'oak-lane');
        expect(periods.map(({ period }) => period)).toEqual(['2026']);
        expect(transitions).toEqual([]);
        expect(earlierFrameworks?.[0]?.sentence).toBe(
          '2024 and 2025 were scored with Allotment standard. They are not compared, because its levels are others.',
        );
      },
      { levels },
    );
  });

  test('of one version say nothing of others', () =>
    withWorkspace(async (workspace) => {
      expect(await trendsOf(workspace, 'oak-lane')).not.toHaveProperty('earlierFrameworks');
    }));
});
