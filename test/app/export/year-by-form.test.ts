import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/app/advice/advise.ts';
import { exportFile } from '../../../src/app/export/export-file.ts';
import { template } from '../../../src/app/export/template.ts';
import { importDocument } from '../../../src/app/import/import-document.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { closeYear } from '../../../src/app/year/close-year.ts';
import { enterRow } from '../../../src/app/year/enter-row.ts';
import { openYear } from '../../../src/app/year/open-year.ts';
import type { AssessmentRow } from '../../../src/model/assessment.ts';
import { pack } from '../../engine/medway.ts';
import { type Filled, fillForm } from '../../exchange/write/fill-form.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

const year = { organisation: 'example', period: '2024', by: 'Ada' };
const entered = 'Met in full.\n=not a formula\nAction: Keep “<it>” & go on';

/** What is written into the form: a score for every objective but the first two, and one that does not apply. */
const filled: ReadonlyMap<number, Filled> = new Map(
  pack.framework.objectives
    .map(({ number }) => number)
    .filter((number) => number > 2)
    .map((number): [number, Filled] => [
      number,
      number === 9
        ? { score: 'NA', text: 'Done elsewhere.' }
        : { score: number % 2 === 0 ? '2/3' : '3', text: `On ${number}: a < b & c\nAction: go on` },
    ]),
);

const expected: readonly AssessmentRow[] = pack.framework.objectives.map(({ number: objective }) => {
  const one = filled.get(objective);
  if (objective === 1)
    return {
      objective,
      text: entered,
      state: 'scored',
      score: { label: '3/4', achieved: 3, workingTowards: 4 },
    };
  if (one === undefined) return { objective, text: '', state: 'not-scored' };
  if (one.score === 'NA') return { objective, text: one.text, state: 'not-applicable', reason: one.text };
  const score =
    one.score === '3'
      ? { label: '3', achieved: 3, workingTowards: null }
      : { label: '2/3', achieved: 2, workingTowards: 3 };
  return { objective, text: one.text, state: 'scored', score };
});

function begin(workspace: Workspace): Promise<unknown> {
  const organisation = { id: 'example', name: 'Example', framework: pack.id, example: null };
  workspace.records.putOrganisation(organisation, 'Ada');
  return openYear(workspace, year);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content === 'string') throw new Error('it is text');
  return content;
}

describe.each(['xlsx', 'docx'] as const)('a first year by a form, as %s', (format) => {
  test('has what is entered in it, brings exactly what is written, stays open, closes and is advised on', () =>
    withWorkspace(
      async (workspace) => {
        const { records, folder } = workspace;
        await begin(workspace);
        enterRow(workspace, { ...year, objective: 1, score: '3/4', text: entered, version: 0 });
        const form = await template(workspace, { ...year, format });
        expect(form.name).toBe(`example-template-2024.${format}`);

        const file = join(folder, '..', `form.${format}`);
        const bringing = (content: Uint8Array) => {
          writeFileSync(file, content);
          return importDocument(workspace, { file, by: 'Ben' });
        };
        const untouched = await bringing(bytesOf(form.content));
        expect([untouched.organisation, untouched.outcome, untouched.findings]).toEqual([
          'example',
          'unchanged',
          [],
        ]);

        const report = await bringing(fillForm(bytesOf(form.content), format, filled));
        expect(report.findings).toEqual([]);
        expect(report.periods[0]?.changed).toEqual([...filled.keys()]);
        expect(records.assessment('example', '2024').rows).toEqual(expected);
        expect(records.assessments('example')).toMatchObject([{ period: '2024', closed: false }]);
        expect(records.rows('example', '2024')[0]).toMatchObject({ version: 1, by: 'Ada' });
        expect(records.rows('example', '2024')[2]).toMatchObject({ version: 1, by: 'Ben' });

        const again = bytesOf((await template(workspace, { ...year, format })).content);
        expect((await bringing(again)).outcome).toBe('unchanged');

        enterRow(workspace, { ...year, objective: 2, score: '2', version: 0 });
        closeYear(workspace, year);
        const { advice } = await advise(workspace, { organisation: 'example' });
        expect([advice.basedOn, advice.period]).toEqual(['2024', '2025']);
        expect(advice.objectives.filter(({ state }) => state === 'scored')).toHaveLength(
          pack.framework.objectives.length - 1,
        );
        const appendix = await exportFile(workspace, {
          what: 'appendix',
          format: 'csv',
          organisation: 'example',
        });
        expect(String(appendix.content).split('\r\n')).toHaveLength(pack.framework.objectives.length + 2);
      },
      { ...example, sources: null },
    ));
});
