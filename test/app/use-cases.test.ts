import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aboutData } from '../../src/app/about/about.ts';
import { AboutData } from '../../src/app/about/about-data.ts';
import { advise } from '../../src/app/advice/advise.ts';
import { capped } from '../../src/app/advice/capped.ts';
import { CappedReport } from '../../src/app/advice/capped-report.ts';
import { explainObjective } from '../../src/app/advice/explain.ts';
import { ObjectiveExplanation } from '../../src/app/advice/objective-explanation.ts';
import { setFactor } from '../../src/app/advice/set-factor.ts';
import { unlock } from '../../src/app/advice/unlock.ts';
import { datasetRows } from '../../src/app/charts/dataset-rows.ts';
import { importDocument } from '../../src/app/import/import-document.ts';
import { overview } from '../../src/app/overview/overview.ts';
import { Overview } from '../../src/app/overview/overview-data.ts';
import { followUpReport } from '../../src/app/trends/actions.ts';
import { backtestOf } from '../../src/app/trends/backtest.ts';
import { challengeReport } from '../../src/app/trends/challenges.ts';
import { ChallengeReport, FollowUpReport } from '../../src/app/trends/follow-up-report.ts';
import { trendsOf } from '../../src/app/trends/trends.ts';
import { HeldOrganisation, organisationOf } from '../../src/app/workspace/organisations.ts';
import type { ViewOf } from '../../src/app/workspace/view-of.ts';
import { type DatasetName, datasets } from '../../src/charts/catalogue.ts';
import { parseRows } from '../../src/charts/parse-rows.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { Advice, scoredAdvice } from '../../src/model/advice.ts';
import { Backtest } from '../../src/model/backtest.ts';
import { Trends } from '../../src/model/trends.ts';
import { Unlock } from '../../src/model/unlock.ts';
import { sources, withWorkspace } from './fixture.ts';

const oakLane: ViewOf = { organisation: 'oak-lane' };

describe('advice', () => {
  test('is for the period after the latest unless said, in rules of four levels too', () =>
    withWorkspace(async (workspace) => {
      const { advice } = await advise(workspace, oakLane);
      expect(mismatches(Advice, advice)).toEqual([]);
      expect([advice.basedOn, advice.period]).toEqual(['2025', '2026']);
      expect(
        scoredAdvice(advice).map(
          ({ objective, score, ceiling, target }) =>
            `${objective}: ${score.label}, ceiling ${ceiling.level} ${ceiling.capped} ${ceiling.control}, ${target.stance} ${target.level}`,
        ),
      ).toMatchInlineSnapshot(`
        [
          "1: 2, ceiling 2 now external, hold 2",
          "2: 1/2, ceiling 2 later external, finish 2",
          "3: 1, ceiling 3 no null, advance 2",
          "4: 2, ceiling 2 now internal, hold 2",
        ]
      `);
    }));

  test('for an earlier period rests on what was held before it, and later assessments change nothing of it', () =>
    withWorkspace(async (workspace) => {
      const before = await advise(workspace, { ...oakLane, period: '2025' });
      expect(before.advice.basedOn).toBe('2024');
      const file = join(workspace.folder, '../later.txt');
      const text = readFileSync(join(sources, 'oak-lane/return.txt'), 'utf8');
      writeFileSync(file, text.replace('2 to 4', '2').replaceAll('2024', '2026').replaceAll('2025', '2027'));
      await importDocument(workspace, { file, organisation: 'oak-lane', by: 'me' });
      expect((await advise(workspace, oakLane)).advice.basedOn).toBe('2027');
      expect((await advise(workspace, { ...oakLane, period: '2025' })).advice).toEqual(before.advice);
    }));

  test('takes a circumstance from its period on, and a what-if in its place', () =>
    withWorkspace(async (workspace) => {
      const ceiling = async (view: ViewOf) => {
        const { advice } = await advise(workspace, view);
        return scoredAdvice(advice)[0]?.ceiling.level;
      };
      expect(await ceiling(oakLane)).toBe(2);
      expect(await ceiling({ ...oakLane, factors: { 'shared-shed': 'yes' } })).toBe(3);
      const shed = { organisation: 'oak-lane', factor: 'shared-shed', reason: 'Built.', by: 'me' };
      setFactor(workspace, { ...shed, state: 'yes', from: '2027' });
      expect(await ceiling(oakLane)).toBe(2);
      setFactor(workspace, { ...shed, state: 'yes', from: '2026' });
      expect(await ceiling(oakLane)).toBe(3);
      expect(await ceiling({ ...oakLane, factors: { 'shared-shed': 'no' } })).toBe(2);
    }));

  test('is the same bytes for the same input', () =>
    withWorkspace(async (one) => {
      const first = JSON.stringify(await advise(one, oakLane));
      await withWorkspace(async (other) => {
        expect(JSON.stringify(await advise(other, oakLane))).toBe(first);
      });
    }));

  test.each<[string, ViewOf, string, RegExp]>([
    ['an organisation', { organisation: 'elm-road' }, 'UNKNOWN_ORGANISATION', /Allowed: oak-lane/],
    ['a period before any', { ...oakLane, period: '2024' }, 'UNKNOWN_PERIOD', /Allowed: 2025, 2026/],
    ['a period too far on', { ...oakLane, period: '2027' }, 'UNKNOWN_PERIOD', /Allowed: 2025, 2026/],
    ['a period of another form', { ...oakLane, period: '2025-26' }, 'UNKNOWN_PERIOD', /Allowed: 2025, 2026/],
    ['what is no period', { ...oakLane, period: 'next' }, 'BAD_VALUE', /Seen: next/],
    [
      'a circumstance',
      { ...oakLane, factors: { weather: 'yes' } },
      'UNKNOWN_FACTOR',
      /shared-shed, show-tent/,
    ],
    ['a state', { ...oakLane, factors: { 'shared-shed': 'claimed' } }, 'BAD_VALUE', /yes, no, unknown/],
    [
      'a property of all objects',
      { ...oakLane, factors: { constructor: 'yes' } },
      'UNKNOWN_FACTOR',
      /shared-shed/,
    ],
  ])('for %s that is not there says what is', (_what, view, code, allowed) =>
    withWorkspace(async (workspace) => {
      const asked = advise(workspace, view);
      await expect(asked).rejects.toMatchObject({ code });
      await expect(asked).rejects.toThrowError(allowed);
    }),
  );

  test('without any assessment says what is missing', () =>
    withWorkspace(
      async (workspace) => {
        workspace.records.putOrganisation(
          { id: 'elm-road', name: 'Elm Road', framework: 'allotment', example: null },
          'me',
        );
        for (const ask of [advise, capped, overview])
          await expect(ask(workspace, { organisation: 'elm-road' })).rejects.toMatchObject({
            code: 'TOO_FEW_PERIODS',
          });
        await expect(trendsOf(workspace, 'elm-road')).rejects.toMatchObject({ code: 'TOO_FEW_PERIODS' });
        expect(aboutData(workspace, 'elm-road')).toMatchObject({ imports: [], sources: [] });
      },
      { sources: null },
    ));
});

describe('what is capped', () => {
  test('stands under each cause that sets its ceiling, external ones first', () =>
    withWorkspace(async (workspace) => {
      const report = await capped(workspace, oakLane);
      expect(mismatches(CappedReport, report)).toEqual([]);
      expect([report.n, report.now, report.later, report.uncapped]).toEqual([4, 2, 1, 1]);
      expect(
        report.groups.map(({ cause, control, now, later }) => [
          cause,
          control,
          now.map(({ objective }) => objective),
          later.map(({ objective }) => objective),
        ]),
      ).toEqual([
        ['neighbours', 'external', [1], [2]],
        ['time', 'internal', [4], []],
      ]);
    }));

  test('and what is only hinted at stands apart', () =>
    withWorkspace(async (workspace) => {
      const file = join(workspace.folder, '../hint.txt');
      const text = readFileSync(join(sources, 'oak-lane/return.txt'), 'utf8');
      writeFileSync(
        file,
        text.replace('2 to 4', '2').replace('There are not enough hours', 'It may need the neighbours'),
      );
      await importDocument(workspace, { file, organisation: 'elm-road', by: 'me' });
      const { possible, groups } = await capped(workspace, { organisation: 'elm-road' });
      expect(possible).toMatchObject([
        { objective: 4, cause: 'neighbours', causeName: 'work with neighbours' },
      ]);
      expect(groups.flatMap(({ now }) => now).map(({ objective }) => objective)).not.toContain(4);
    }));
});

describe('one objective', () => {
  test('is explained with every text, rule and link', () =>
    withWorkspace(async (workspace) => {
      const explanation = await explainObjective(workspace, oakLane, 1);
      expect(mismatches(ObjectiveExplanation, explanation)).toEqual([]);
      expect(
        explanation.levels.map(({ level, held, reached, target, ceiling }) => [
          level,
          held.held,
          [reached && 'reached', target && 'target', ceiling && 'ceiling'].filter(Boolean).join(' '),
        ]),
      ).toEqual([
        [0, 'none', 'reached'],
        [1, 'principle', 'reached'],
        [2, 'full', 'reached target ceiling'],
        [3, 'principle', ''],
      ]);
      expect(explanation.history.map(({ period, row }) => [period, row.state])).toEqual([
        ['2024', 'scored'],
        ['2025', 'scored'],
      ]);
      expect(explanation.bothTexts).toMatchObject([
        {
          level: 3,
          rubric: { held: 'principle', text: expect.stringContaining('neighbouring plots') },
          comment: [{ quote: 'A 3 can only be had with the neighbours' }],
        },
      ]);
      expect(explanation.links).toMatchObject([{ kind: 'waits-on', direction: 'out', objective: 2 }]);
      expect(explanation.factors).toMatchObject([{ id: 'shared-shed', state: 'unknown' }]);
      expect(Object.keys(explanation.titles)).toContain('at-the-ceiling');
    }));

  test('of an earlier view has no later history', () =>
    withWorkspace(async (workspace) => {
      const { history } = await explainObjective(workspace, { ...oakLane, period: '2025' }, 1);
      expect(history.map(({ period }) => period)).toEqual(['2024']);
    }));

  test('without a score is explained too', () =>
    withWorkspace(async (workspace) => {
      const explanation = await explainObjective(workspace, oakLane, 5);
      expect(mismatches(ObjectiveExplanation, explanation)).toEqual([]);
      expect(explanation).toMatchObject({ trace: null, bothTexts: [], advice: { state: 'not-scored' } });
      expect(explanation.links).toMatchObject([{ direction: 'out', objective: 4 }]);
    }));

  test('that is not there is refused with those that are', () =>
    withWorkspace(async (workspace) => {
      const asked = explainObjective(workspace, oakLane, 6);
      await expect(asked).rejects.toMatchObject({ code: 'UNKNOWN_OBJECTIVE' });
      await expect(asked).rejects.toThrowError(/Allowed: 1 to 5/);
    }));
});

describe('figures', () => {
  test('of the overview fit together', () =>
    withWorkspace(async (workspace) => {
      const figures = await overview(workspace, oakLane);
      expect(mismatches(Overview, figures)).toEqual([]);
      const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
      expect(sum(figures.byLevel.map(({ count }) => count))).toBe(figures.n);
      expect(sum(Object.values(figures.stances))).toBe(figures.n);
      expect(figures.capped.now.total + figures.capped.later.total + figures.capped.no).toBe(figures.n);
      expect(figures.n + figures.notApplicable + figures.notScored).toBe(5);
      expect(figures.sentences).toMatchInlineSnapshot(`
        [
          "2 of 4 are at 2 or above in 2025; in 2024 1 were.",
          "2 of 4 are higher than in 2024; 1 of them had no comment in 2024 to compare with; the other is not a half-step.",
          "None of 4 is lower than in 2024.",
          "2 of 4 are at a ceiling (1 by what is outside the organisation, 1 by what is inside it); 1 can rise to one below the top; for 1 no limit is stated.",
          "Targets for 2026: finish 1, advance 1, hold 2, open 0; 4 of 4 would then be at 2 or above.",
        ]
      `);
    }));

  test('of trends and of the overview say the same of how scores moved', () =>
    withWorkspace(async (workspace) => {
      const trends = await trendsOf(workspace, 'oak-lane');
      expect(mismatches(Trends, trends)).toEqual([]);
      const whole = trends.transitions[0]?.whole;
      const { change, satisfactory } = await overview(workspace, oakLane);
      expect(change?.sentence).toBe(whole?.higher.sentence);
      expect(change?.lowerSentence).toBe(whole?.lower.sentence);
      expect(trends.periods.map((each) => each.whole.satisfactory.count)).toEqual([
        satisfactory.before,
        satisfactory.count,
      ]);
    }));

  test.each(Object.keys(datasets) as DatasetName[])('of the data %s have its form', (dataset) =>
    withWorkspace(async (workspace) => {
      const rows = await datasetRows(workspace, dataset, { view: oakLane });
      expect(rows.length).toBeGreaterThan(0);
      expect(parseRows(dataset, rows)).toBe(rows);
    }),
  );

  test('of sections are those of trends', () =>
    withWorkspace(async (workspace) => {
      const rows = parseRows('sections', await datasetRows(workspace, 'sections', { view: oakLane }));
      const trends = await trendsOf(workspace, 'oak-lane');
      expect(rows).toEqual(
        [null, 'soil', 'crops'].flatMap((id, at) =>
          trends.periods.map(({ period, whole, sections }) => {
            const summary = id === null ? whole : sections[at - 1];
            return expect.objectContaining({
              section: id ?? '',
              period,
              n: summary?.n,
              atOrAbove: summary?.satisfactory.count,
              mean: summary?.mean,
            });
          }),
        ),
      );
    }));
});

describe('what would rise', () => {
  test('follows the circumstances that are recorded, and those that are supposed', () =>
    withWorkspace(async (workspace) => {
      const before = await unlock(workspace, oakLane);
      expect(mismatches(Unlock, before)).toEqual([]);
      expect(before.bestOne?.factors).toEqual(['shared-shed']);
      const raised = before.bestOne?.objectives ?? [];
      const supposed = await unlock(workspace, { ...oakLane, factors: { 'shared-shed': 'yes' } });
      const { period } = before;
      setFactor(workspace, {
        organisation: 'oak-lane',
        factor: 'shared-shed',
        state: 'yes',
        from: period,
        reason: 'built',
        by: 'ann',
      });
      const recorded = await unlock(workspace, oakLane);
      expect(recorded).toEqual(supposed);
      expect(recorded.bestOne).toBeNull();
      expect(recorded.objectives.filter(({ objective }) => raised.includes(objective))).toEqual([]);
    }));
});

test('advice for the latest period stands beside what it reached', () =>
  withWorkspace(async (workspace) => {
    const backtest = await backtestOf(workspace, 'oak-lane');
    expect(mismatches(Backtest, backtest)).toEqual([]);
    expect([backtest.basedOn, backtest.period, backtest.n]).toEqual(['2024', '2025', 4]);
  }));

test('actions are followed, and questions asked, between the latest two periods', () =>
  withWorkspace(async (workspace) => {
    const followed = await followUpReport(workspace, 'oak-lane');
    expect(mismatches(FollowUpReport, followed)).toEqual([]);
    expect(followed).toMatchObject({ from: '2024', to: '2025', actions: [{ objective: 1 }] });
    const asked = await challengeReport(workspace, 'oak-lane');
    expect(mismatches(ChallengeReport, asked)).toEqual([]);
  }));

test('about the data says where it is from and what is held of the standard', () =>
  withWorkspace((workspace) => {
    const about = aboutData(workspace, 'oak-lane');
    expect(mismatches(AboutData, about)).toEqual([]);
    expect(about.cells).toEqual({ total: 20, full: 3, 'as-quoted': 1, principle: 2, none: 14 });
    expect(about.imports.map(({ period, source }) => [period, source?.file])).toEqual([
      ['2024', 'test/app/sources/oak-lane/return.txt'],
      ['2025', 'test/app/sources/oak-lane/return.txt'],
    ]);
    expect(about.definitions.find(({ term }) => term === 'Working towards')?.text).toContain('such as 1/2');
    expect(mismatches(HeldOrganisation, organisationOf(workspace, 'oak-lane'))).toEqual([]);
  }));
