import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/duckdb/open-database.ts';
import type { Evaluation } from '../../../src/engine/evaluate.ts';
import { sqlDifferences } from '../../../src/engine/sql/sql-differences.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { changedPack } from '../../pack/allotment.ts';
import { advisePlots, plots } from '../plots.ts';

/** What the SQL of another pack says of advice that was made by the small one. */
async function differences(other: Pack, evaluations: readonly Evaluation[]) {
  const database = await openDatabase({ folder: null, threads: 1 });
  try {
    return (await sqlDifferences(other, evaluations, database)).differences;
  } finally {
    database.close();
  }
}

const evaluations = [
  await advisePlots({ 3: ['1', 'There are not enough hours.'] }),
  await advisePlots({ 1: ['2', 'We will sow beans.'], 4: ['1/2', ''] }),
];

describe('advice and what the SQL says of it', () => {
  it('is the same for the pack that gave it', async () => {
    expect(await differences(plots, evaluations)).toEqual([]);
  });

  it('differs, field by field, where a rule of the SQL is another one', async () => {
    const other = changedPack({
      'targets.json': [['"stance": "finish"', '"stance": "hold"']],
      'causes.json': [['"internal"', '"external"']],
    });
    expect(await differences(other, evaluations)).toMatchInlineSnapshot(`
      [
        {
          "differences": [
            {
              "engine": ""internal"",
              "sql": ""external"",
              "what": "control",
            },
            {
              "engine": "1",
              "sql": "3",
              "what": "potential",
            },
            {
              "engine": "["said-hours: time (internal), level 1, stated, binding"]",
              "sql": "["said-hours: time (external), level 1, stated, binding"]",
              "what": "causes",
            },
          ],
          "evaluation": 0,
          "objective": 3,
        },
        {
          "differences": [
            {
              "engine": ""finish"",
              "sql": ""hold"",
              "what": "stance",
            },
            {
              "engine": "2",
              "sql": "1",
              "what": "target",
            },
          ],
          "evaluation": 1,
          "objective": 4,
        },
      ]
    `);
  });
});
