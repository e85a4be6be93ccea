import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aboutData } from '../../../src/app/about/about.ts';
import { advise } from '../../../src/app/advice/advise.ts';
import { readingCountsSentence } from '../../../src/app/advice/reading-counts-sentence.ts';
import { importDocument } from '../../../src/app/import/import-document.ts';
import { decide } from '../../../src/app/review/decide.ts';
import type { Decision } from '../../../src/app/review/decision.ts';
import { review } from '../../../src/app/review/review.ts';
import { ReviewReport } from '../../../src/app/review/review-report.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { mismatches } from '../../../src/kernel/schema.ts';
import { scoredAdvice } from '../../../src/model/advice.ts';
import { sources, withWorkspace } from '../fixture.ts';

const view = { organisation: 'elm-road' };
const hours = 'There are not enough hours for more';
const original = readFileSync(join(sources, 'oak-lane/return.txt'), 'utf8').replace('\t2 to 4\t', '\t1/2\t');

/** Imports the invented return as that of Elm Road, with some words changed. */
function bringIn(workspace: Workspace, change: (text: string) => string = (text) => text) {
  const file = join(workspace.folder, '..', 'return.txt');
  writeFileSync(file, change(original));
  return importDocument(workspace, { file, organisation: view.organisation, by: 'me' });
}

/** Work on a workspace that holds the return of Elm Road. */
function atElmRoad<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
  return withWorkspace(
    async (workspace) => {
      await bringIn(workspace);
      return work(workspace);
    },
    { sources: null },
  );
}

/** A decision on objective 4, changed as given. */
const deciding = (workspace: Workspace, decision: Partial<Decision> & Pick<Decision, 'decision'>) =>
  decide(workspace, view, { objective: 4, by: 'Ann', ...decision });

async function ceilingOf(workspace: Workspace, number: number) {
  const { advice } = await advise(workspace, view);
  return scoredAdvice(advice).find(({ objective }) => objective === number)?.ceiling.level;
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (thrown instanceof Problem) return thrown;
  throw new Error(`no problem, but ${String(thrown)}`);
}

describe('what is written in a decision', () => {
  test.each<readonly [keyof Decision & ('by' | 'reason'), string]>([
    ['by', ' '],
    ['by', 'A\u0000nn'],
    ['by', '\u202EnnA'],
    ['by', 'A\uD800'],
    ['by', 'n'.repeat(101)],
    ['reason', '\u001B[31mred'],
    ['reason', 'r'.repeat(1001)],
  ])('is not kept where %s is %j', (place, written) =>
    atElmRoad(async (workspace) => {
      const problem = await problemOf(
        deciding(workspace, { decision: 'confirm', reading: 'time', [place]: written }),
      );
      expect([problem.code, problem.detail.place]).toEqual(['BAD_VALUE', place]);
      expect((await review(workspace, view)).readings.confirmed).toBe(0);
    }),
  );

  test('is one line each', () =>
    atElmRoad(async (workspace) => {
      const said = { reading: 'time', by: ' Ann\nOther ', reason: 'Asked.\r\nIt is so.' };
      const { objectives } = await deciding(workspace, { decision: 'confirm', ...said });
      expect(objectives[0]?.readings[0]?.decided).toMatchObject({
        by: 'Ann Other',
        reason: 'Asked. It is so.',
      });
    }));
});

describe('a review', () => {
  test('lists what was read from each comment, with its words and what it does', () =>
    atElmRoad(async (workspace) => {
      const report = await review(workspace, view);
      expect(mismatches(ReviewReport, report)).toEqual([]);
      expect(report.readings).toEqual({ read: 2, confirmed: 0, added: 0, dismissed: 0, lapsed: 0 });
      expect(report.objectives.map(({ objective }) => objective)).toEqual([1, 2, 3, 4]);
      const [reading] = report.objectives.find(({ objective }) => objective === 4)?.readings ?? [];
      const text = 'Commentary: There are not enough hours for more.';
      expect(reading).toMatchObject({
        ...{ quote: hours, start: text.indexOf(hours), end: text.indexOf(hours) + hours.length },
        ...{ rules: ['hours-short'], ceilingRule: 'said-hours', cause: 'time', causeName: 'time' },
        ...{ control: 'internal', level: 2, strength: 'stated', standing: 'read', factor: null },
        ...{ binding: true, overtaken: false, decided: null },
      });
    }));

  test('is narrowed to one objective, or to what nobody has confirmed', () =>
    atElmRoad(async (workspace) => {
      await deciding(workspace, { decision: 'confirm', reading: 'time' });
      const numbers = async (filter: Parameters<typeof review>[2]) =>
        (await review(workspace, view, filter)).objectives.map(({ objective }) => objective);
      expect(await numbers({ objective: 4 })).toEqual([4]);
      expect(await numbers({ unconfirmed: true })).toEqual([1]);
      expect((await problemOf(review(workspace, view, { objective: 5 }))).detail).toMatchObject({
        seen: '5',
        allowed: '1, 2, 3, 4',
      });
    }));

  test('shows an earlier comment on which a later one stands, and decides on its words', () =>
    withWorkspace(
      async (workspace) => {
        await bringIn(workspace, (text) =>
          text.replace(`Shown once.\t2\tCommentary: ${hours}.`, `${hours}.\t2\tCommentary: as last year.`),
        );
        const [one] = (await deciding(workspace, { decision: 'confirm', reading: 'time' })).objectives;
        expect(one?.cells.map(({ period, inherited }) => [period, inherited])).toEqual([
          ['2025', false],
          ['2024', true],
        ]);
        expect(one?.readings).toMatchObject([{ period: '2024', quote: hours, standing: 'confirmed' }]);
      },
      { sources: null },
    ));
});

describe('a decision', () => {
  test('to confirm changes the standing, and says who, when and why', () =>
    atElmRoad(async (workspace) => {
      const { readings, objectives } = await deciding(workspace, {
        ...{ decision: 'confirm', reading: 'hours-short', reason: 'So it is' },
      });
      expect(readings).toMatchObject({ read: 1, confirmed: 1 });
      expect(objectives[0]?.readings[0]).toMatchObject({
        standing: 'confirmed',
        level: 2,
        decided: { by: 'Ann', reason: 'So it is', at: '2026-01-02T03:04:05.000Z' },
      });
      expect(workspace.records.journal({ limit: 1 })).toMatchObject([
        { action: 'correct-reading', by: 'Ann', subject: 'elm-road/2025/4', before: null },
      ]);
    }));

  test('to dismiss lifts the ceiling, and to withdraw that lowers it again', () =>
    atElmRoad(async (workspace) => {
      expect(await ceilingOf(workspace, 4)).toBe(2);
      const { objectives } = await deciding(workspace, {
        ...{ decision: 'dismiss', reading: 'time', reason: 'There are' },
      });
      expect(objectives[0]).toMatchObject({
        readings: [],
        dismissed: [{ quote: hours, reason: 'There are' }],
      });
      expect(await ceilingOf(workspace, 4)).toBe(3);
      const after = await deciding(workspace, { decision: 'withdraw', reading: 'time' });
      expect(after.objectives[0]).toMatchObject({ readings: [{ standing: 'read' }], dismissed: [] });
      expect(await ceilingOf(workspace, 4)).toBe(2);
      expect((await problemOf(deciding(workspace, { decision: 'withdraw', reading: 'time' }))).code).toBe(
        'BAD_VALUE',
      );
    }));

  test('to add takes words of the comment, with any white space between them', () =>
    atElmRoad(async (workspace) => {
      const { objectives } = await deciding(workspace, {
        ...{
          decision: 'add',
          objective: 3,
          cause: 'neighbours',
          quote: ' Beds are\r\n  fixed',
          reason: 'Asked',
        },
      });
      expect(objectives[0]?.readings).toMatchObject([
        { quote: 'Beds are fixed', standing: 'added', rules: ['officer'], factor: 'shared-shed', level: 1 },
      ]);
      expect(await ceilingOf(workspace, 3)).toBe(1);
    }));

  test('to correct the cause dismisses the one and adds the other, as one', () =>
    atElmRoad(async (workspace) => {
      const { objectives } = await deciding(workspace, {
        ...{ decision: 'correct', reading: 'time', cause: 'neighbours', reason: 'They decide' },
      });
      expect(objectives[0]).toMatchObject({
        readings: [{ cause: 'neighbours', level: 2, standing: 'added', quote: hours }],
        dismissed: [{ cause: 'time', quote: hours }],
      });
      const before = workspace.records.journal().length;
      const refused = deciding(workspace, {
        ...{ decision: 'correct', reading: 'neighbours', cause: 'time', factor: 'show-tent', reason: 'No' },
      });
      expect((await problemOf(refused)).detail).toMatchObject({ place: 'factor', allowed: 'none' });
      expect(workspace.records.journal()).toHaveLength(before);
    }));

  test('to correct level and strength keeps the cause', () =>
    atElmRoad(async (workspace) => {
      const { objectives } = await deciding(workspace, {
        ...{ decision: 'correct', reading: 'time', level: 3, strength: 'hedged', reason: 'Perhaps' },
      });
      expect(objectives[0]?.readings).toMatchObject([
        { cause: 'time', level: 3, strength: 'hedged', standing: 'confirmed' },
      ]);
      expect(await ceilingOf(workspace, 4)).toBe(3);
    }));

  test('that is made later takes the place of an earlier one on the same words', () =>
    atElmRoad(async (workspace) => {
      await deciding(workspace, { decision: 'correct', reading: 'time', level: 3, reason: 'Perhaps' });
      const { objectives } = await deciding(workspace, {
        decision: 'dismiss',
        reading: 'time',
        reason: 'No',
      });
      expect(objectives[0]?.readings).toEqual([]);
      expect(workspace.records.correctionsAt('elm-road', '2025')).toHaveLength(1);
    }));

  test.each<[string, Partial<Decision> & Pick<Decision, 'decision'>, object]>([
    ['by nobody', { decision: 'confirm', reading: 'time', by: ' ' }, { place: 'by' }],
    [
      'to dismiss without a reason',
      { decision: 'dismiss', reading: 'time' },
      { place: 'reason', seen: 'nothing' },
    ],
    [
      'on a reading that is not there',
      { decision: 'confirm', reading: 'neighbours' },
      { seen: 'neighbours', allowed: `hours-short (time, 2025: “${hours}”)` },
    ],
    ['to correct nothing', { decision: 'correct', reading: 'time' }, { place: 'correct' }],
    [
      'with a level that is not there',
      { decision: 'correct', reading: 'time', level: 4, reason: 'x' },
      { place: 'level', seen: '4', allowed: '0, 1, 2, 3' },
    ],
    [
      'with an unknown cause',
      { decision: 'add', cause: 'weather', quote: 'hours', reason: 'x' },
      { place: 'cause', seen: 'weather', allowed: 'neighbours, time' },
    ],
    [
      'with an unknown circumstance',
      { decision: 'add', cause: 'neighbours', factor: 'rain', quote: 'hours', reason: 'x' },
      { place: 'factor', seen: 'rain', allowed: 'shared-shed' },
    ],
    [
      'to add a letter of the comment',
      { decision: 'add', cause: 'neighbours', quote: 'a', reason: 'x' },
      { place: 'quote', seen: '"a"' },
    ],
    [
      'to add without words',
      { decision: 'add', cause: 'neighbours', quote: ' ', reason: 'x' },
      { place: 'quote' },
    ],
    [
      'to add what is read already',
      { decision: 'add', cause: 'time', quote: hours, reason: 'x' },
      { place: 'cause' },
    ],
  ])('%s is refused with what is allowed, and keeps nothing', (_name, decision, detail) =>
    atElmRoad(async (workspace) => {
      const before = workspace.records.journal().length;
      const problem = await problemOf(deciding(workspace, decision));
      expect(problem.detail).toMatchObject(detail);
      expect(problem.detail.repair).not.toBe('');
      expect(workspace.records.journal()).toHaveLength(before);
    }),
  );

  test('on words that are not in the comment any longer is refused', () =>
    atElmRoad(async (workspace) => {
      await bringIn(workspace, (text) => text.replace(hours, 'It is dear, and needs the neighbours'));
      for (const decision of [
        { decision: 'confirm', reading: 'time', quote: hours },
        { decision: 'add', cause: 'time', quote: hours, reason: 'x' },
      ] as const) {
        const problem = await problemOf(deciding(workspace, decision));
        expect([problem.code, problem.status]).toEqual(['READING_GONE', 409]);
        expect(problem.message).toContain(hours);
      }
    }));
});

describe('the next import', () => {
  test('of the same document keeps every decision', () =>
    atElmRoad(async (workspace) => {
      await deciding(workspace, { decision: 'dismiss', reading: 'time', reason: 'There are' });
      const before = await review(workspace, view);
      const report = await bringIn(workspace);
      expect([report.outcome, report.findings.filter(({ code }) => code.startsWith('review/'))]).toEqual([
        'unchanged',
        [],
      ]);
      expect(await review(workspace, view)).toEqual(before);
    }));

  test('with other words elsewhere in the comment keeps it too', () =>
    atElmRoad(async (workspace) => {
      await deciding(workspace, { decision: 'dismiss', reading: 'time', reason: 'There are' });
      const { outcome } = await bringIn(workspace, (text) =>
        text.replace(hours, `A tent was lent. ${hours}`),
      );
      expect(outcome).toBe('changed');
      expect((await review(workspace, view, { objective: 4 })).objectives[0]).toMatchObject({
        readings: [],
        dismissed: [{ quote: hours }],
        lapsed: [],
      });
    }));

  test('with its own words changed lets it lapse, and says so in the report, the review and the data', () =>
    atElmRoad(async (workspace) => {
      await deciding(workspace, { decision: 'dismiss', reading: 'time', reason: 'There are' });
      const sentence = `“${hours}” is no longer in the comment for 2025.`;
      const finding = {
        code: 'review/decision-lapsed',
        severity: 'warning',
        place: 'objective 4, 2025',
        seen: sentence,
      };
      const changed = (text: string) => text.replace(`${hours}.`, 'There is no time.');
      expect((await bringIn(workspace, changed)).findings).toContainEqual(expect.objectContaining(finding));
      expect(aboutData(workspace, 'elm-road').findings).toContainEqual(expect.objectContaining(finding));
      const { objectives, readings } = await review(workspace, view, { objective: 4 });
      expect(readings).toMatchObject({ read: 2, dismissed: 0, lapsed: 1 });
      expect(objectives[0]).toMatchObject({
        readings: [{ quote: 'There is no time', standing: 'read' }],
        lapsed: [{ quote: hours, decision: 'dismiss', because: 'words', sentence, by: 'Ann' }],
      });
      const after = await deciding(workspace, { decision: 'withdraw', reading: 'time', quote: hours });
      expect(after.readings.lapsed).toBe(0);
      expect(aboutData(workspace, 'elm-road').findings).not.toContainEqual(expect.objectContaining(finding));
    }));
});

test('how far the readings were looked at is one sentence for every document', () => {
  expect(readingCountsSentence({ read: 0, confirmed: 0, added: 0, dismissed: 0, lapsed: 0 })).toBe(
    'No reason was read from the comments.',
  );
  expect(readingCountsSentence({ read: 3, confirmed: 2, added: 1, dismissed: 1, lapsed: 2 })).toBe(
    'Reasons from comments, 6 in all: 3 unconfirmed (read by a rule, and looked at by nobody yet), 2 confirmed, 1 added by an officer. 1 more was dismissed. 2 decisions have lapsed, because the comment or the rules changed.',
  );
});
