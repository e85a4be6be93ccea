import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { advise } from '../../src/app/advice/advise.ts';
import { capped } from '../../src/app/advice/capped.ts';
import { chart } from '../../src/app/charts/chart.ts';
import { trendsOf } from '../../src/app/trends/trends.ts';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import { scoredAdvice } from '../../src/model/advice.ts';
import { renderReport } from '../../src/pages/report.ts';
import { withWorkspace } from './fixture.ts';

const view = { organisation: 'oak-lane' };
const framework = JSON.parse(readFileSync(join(projectFolder, 'rules/lga-nps-2018/framework.json'), 'utf8'));
const firstField: readonly string[] = [
  framework.name,
  'Medway',
  'procurement',
  'council',
  ...framework.levels.map(({ name }: { name: string }) => name),
];

test('an invented return in rules of levels 0 to 3 is answered without a word or level of the first field', async () => {
  await withWorkspace(async (workspace) => {
    const { advice } = await advise(workspace, view);
    const answers = [
      JSON.stringify(advice),
      JSON.stringify(await capped(workspace, view)),
      JSON.stringify(await trendsOf(workspace, 'oak-lane')),
      String((await chart(workspace, { dashboard: 'headroom', view }, { format: 'svg' })).body),
      (await renderReport(workspace, view)).replace(/<style>[\s\S]*?<\/style>/g, ''),
    ];
    for (const answer of answers) {
      expect(answer.length).toBeGreaterThan(500);
      for (const word of firstField)
        expect(answer.toLowerCase()).not.toMatch(new RegExp(`\\b${word.toLowerCase()}\\b`));
    }
    for (const { score, ceiling, target, potential } of scoredAdvice(advice))
      for (const level of [score.achieved, ceiling.level, target.level, potential])
        expect([0, 1, 2, 3]).toContain(level);
  });
});
