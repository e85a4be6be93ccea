import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainObjective } from '../../../src/app/advice/explain.ts';
import { ObjectiveExplanation } from '../../../src/app/advice/objective-explanation.ts';
import { answerStatements } from '../../../src/app/criteria/answer-statements.ts';
import { CriteriaReport, criteriaReport } from '../../../src/app/criteria/criteria-report.ts';
import { dropEvidence, keepEvidence, webAddress } from '../../../src/app/criteria/keep-evidence.ts';
import { pastedLines, pasteWording } from '../../../src/app/criteria/paste-wording.ts';
import { challengeList } from '../../../src/app/trends/challenges.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { mismatches } from '../../../src/kernel/schema.ts';
import { renderReport } from '../../../src/pages/report.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

const water = { organisation: 'oak-lane', objective: 2, period: '2024' };
const compost = { organisation: 'oak-lane', objective: 1 };
const by = 'Ada';

function refused(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Problem) return `${thrown.code} ${thrown.detail.place ?? ''}`.trim();
  }
  return 'not refused';
}

describe('the statements of an objective', () => {
  test('are those of the pack, of levels 0 to 3; a text without parts is one', () =>
    withWorkspace((workspace) => {
      const report = criteriaReport(workspace, water);
      expect(mismatches(CriteriaReport, report)).toEqual([]);
      expect(
        report.levels.map(({ level, source, complete, statements }) => [
          level,
          source,
          complete,
          statements.length,
        ]),
      ).toEqual([
        [0, 'none', false, 0],
        [1, 'full', true, 1],
        [2, 'full', true, 3],
        [3, 'as-quoted', false, 2],
      ]);
      expect(report.interval).toEqual({ low: 0, high: 3 });
      expect(report.says).toEqual(['No statement is answered yet, so nothing follows.']);
    }));

  test('give an interval, and say what stands before the next level', () =>
    withWorkspace((workspace) => {
      const one = criteriaReport(workspace, water).levels[1]?.statements[0]?.id ?? '';
      const answers = { [one]: 'met', butt: 'met', rota: 'not-met' };
      answerStatements(workspace, { ...water, answers, by });
      const { interval, next, says, score } = criteriaReport(workspace, water);
      expect([interval, score]).toEqual([
        { low: 1, high: 1 },
        { achieved: 1, place: 'within' },
      ]);
      expect(next?.statements.map(({ id, answer }) => [id, answer])).toEqual([
        ['full-in-april', 'not-evidenced'],
        ['rota', 'not-met'],
      ]);
      expect(says).toEqual(['The answers put it at 1 Dug.']);
    }));

  test('say so where the score lies outside, and count up from the interval there', () =>
    withWorkspace((workspace) => {
      const [one] = criteriaReport(workspace, water).levels[1]?.statements ?? [];
      const id = one?.id ?? '';
      answerStatements(workspace, { ...water, answers: { [id]: 'not-met' }, by });
      const above = criteriaReport(workspace, water);
      expect([above.score?.place, above.next?.from, above.next?.level]).toEqual(['above', 0, 1]);
      expect(above.says[1]).toMatch(/^The score of 1 is above that: a statement of level 1 is not met/);
      const all = {
        [id]: 'met',
        butt: 'met',
        'full-in-april': 'met',
        rota: 'met',
        rain: 'met',
        visitors: 'met',
      };
      answerStatements(workspace, { ...water, answers: all, by });
      const below = criteriaReport(workspace, water);
      // The quoted words of level 3 may not be all that it asks for.
      expect([below.interval, below.score?.place]).toEqual([{ low: 2, high: 3 }, 'below']);
      expect(below.next).toMatchObject({ from: 2, level: 3, statements: [], unknown: [3] });
      expect(below.says[1]).toBe('The score of 1 is below that: every statement up to level 2 is met.');
    }));

  test('are answered all or none, by their ids only', () =>
    withWorkspace((workspace) => {
      const answers = { butt: 'met', other: 'met' };
      expect(refused(() => answerStatements(workspace, { ...water, answers, by }))).toBe(
        'BAD_VALUE statement',
      );
      expect(refused(() => answerStatements(workspace, { ...water, answers: { butt: 'yes' }, by }))).toBe(
        'BAD_VALUE butt',
      );
      expect(
        refused(() => answerStatements(workspace, { ...water, answers: { butt: 'met' }, by: ' ' })),
      ).toBe('BAD_VALUE by');
      expect(criteriaReport(workspace, water).answered).toBe(0);
      expect(refused(() => criteriaReport(workspace, { ...water, period: '2020' }))).toMatch(
        'UNKNOWN_PERIOD',
      );
      expect(refused(() => criteriaReport(workspace, { ...water, objective: 9 }))).toMatch(
        'UNKNOWN_OBJECTIVE',
      );
    }));

  test('change no advice', () =>
    withWorkspace(async (workspace) => {
      const before = await explainObjective(workspace, { organisation: 'oak-lane' }, 1);
      pasteWording(workspace, { ...compost, level: 3, text: 'Heaps are shown.', by });
      const { statements } = criteriaReport(workspace, compost).levels[3] ?? {};
      answerStatements(workspace, { ...compost, answers: { [statements?.[0]?.id ?? '']: 'not-met' }, by });
      const after = await explainObjective(workspace, { organisation: 'oak-lane' }, 1);
      expect(mismatches(ObjectiveExplanation, after)).toEqual([]);
      expect(after.advice).toEqual(before.advice);
      expect(after.criteria.interval.high).toBe(2);
    }));
});

describe('pasted wording', () => {
  test('is one statement a line; answers stay with words that stay, others lapse and come back with them', () =>
    withWorkspace((workspace) => {
      pasteWording(workspace, {
        ...compost,
        level: 1,
        text: '• One heap\tstands.\r\n\n- It is turned.\n',
        by,
      });
      const [level] = criteriaReport(workspace, compost).levels.slice(1);
      expect(level).toMatchObject({ source: 'pasted', pasted: { by }, complete: true });
      expect(level?.statements.map(({ text }) => text)).toEqual(['One heap stands.', 'It is turned.']);
      const answers = Object.fromEntries((level?.statements ?? []).map(({ id }) => [id, 'met']));
      answerStatements(workspace, { ...compost, answers, by });
      expect(criteriaReport(workspace, compost).interval.low).toBe(1);
      pasteWording(workspace, { ...compost, level: 1, text: 'It is sieved.\nIt is turned.', by: 'Ben' });
      const changed = criteriaReport(workspace, compost);
      expect(changed.levels[1]?.statements.map(({ answer }) => answer)).toEqual(['not-evidenced', 'met']);
      expect(changed.lapsed).toMatchObject([{ level: 1, text: 'One heap stands.', answer: 'met', by }]);
      expect(changed.interval.low).toBe(0);
      pasteWording(workspace, { ...compost, level: 1, text: 'One heap stands.', by });
      expect(criteriaReport(workspace, compost).interval.low).toBe(1);
      pasteWording(workspace, { ...compost, level: 1, text: ' ', by });
      expect(criteriaReport(workspace, compost).levels[1]?.source).toBe('none');
    }));

  test('takes the place of what a comment quotes, never of what is held in full', () =>
    withWorkspace((workspace) => {
      pasteWording(workspace, { ...water, level: 3, text: 'Rain is measured.', by });
      expect(criteriaReport(workspace, water).levels[3]).toMatchObject({ source: 'pasted', complete: true });
      expect(refused(() => pasteWording(workspace, { ...water, level: 2, text: 'Other.', by }))).toBe(
        'BAD_VALUE level',
      );
      expect(refused(() => pasteWording(workspace, { ...water, level: 4, text: 'Other.', by }))).toBe(
        'BAD_VALUE level',
      );
    }));

  test.each([
    ['a control character', 'Two\u0000words'],
    ['a mark that turns the writing', 'Two \u202Ewords'],
    ['half a character', 'Two \uD800 words'],
    ['too long a line', 'word '.repeat(300)],
    ['too many lines', Array.from({ length: 41 }, (_, at) => `Statement ${at}`).join('\n')],
    ['no words', '***'],
  ])('with %s is refused', (_, text) => {
    expect(refused(() => pastedLines(text))).toBe('BAD_VALUE text');
  });

  test('read again gives the same statements', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 6 }), (written) => {
        const text = written.join('\n');
        const given = refused(() => pastedLines(text)) === 'not refused' ? pastedLines(text) : [];
        expect(pastedLines(given.join('\n'))).toEqual(given);
      }),
    );
  });
});

describe('evidence', () => {
  const given = {
    ...compost,
    title: 'Photograph',
    kind: 'document' as const,
    target: 'Shed',
    owner: 'Ada',
    by,
  };

  test('is kept for its return, of today unless said, and removed by its number', () =>
    withWorkspace((workspace) => {
      const id = keepEvidence(workspace, given);
      expect(criteriaReport(workspace, compost).evidence).toMatchObject([
        { id, title: 'Photograph', date: '2026-01-02', period: '2025' },
      ]);
      expect(criteriaReport(workspace, { ...compost, period: '2024' }).evidence).toEqual([]);
      expect(refused(() => dropEvidence(workspace, { ...compost, id: id + 1, by }))).toBe(
        'BAD_VALUE evidence',
      );
      dropEvidence(workspace, { ...compost, id, by });
      expect(criteriaReport(workspace, compost).evidence).toEqual([]);
    }));

  test.each([
    ['title', { title: ' ' }],
    ['title', { title: 'x'.repeat(201) }],
    ['target', { kind: 'link' as const, target: 'javascript:alert(1)' }],
    ['target', { kind: 'link' as const, target: 'ftp://example.org/' }],
    ['target', { kind: 'link' as const, target: 'https://' }],
    ['owner', { owner: '' }],
    ['date', { date: '2026-02-30' }],
    ['date', { date: 'May' }],
    ['by', { by: '' }],
  ])('without a usable %s is refused', (field, change) =>
    withWorkspace((workspace) => {
      expect(refused(() => keepEvidence(workspace, { ...given, ...change }))).toBe(`BAD_VALUE ${field}`);
    }),
  );

  test('is a link only where it is an address of the web', () => {
    expect(webAddress('https://example.org/a b')).toBe('https://example.org/a%20b');
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.org',
      'shed',
      'http:/x',
      ' https://example.org',
    ])
      expect(webAddress(text), text).toBeNull();
  });

  test('and pasted wording are in no report for publication', () =>
    withWorkspace(async (workspace) => {
      keepEvidence(workspace, { ...given, title: 'Only for officers' });
      pasteWording(workspace, { ...compost, level: 1, text: 'Pasted words.', by });
      const html = await renderReport(workspace, { organisation: 'oak-lane' });
      expect(html).toContain('Oak Lane');
      for (const words of ['Only for officers', 'Pasted words', 'None recorded'])
        expect(html).not.toContain(words);
    }));
});

describe('answers beside a score', () => {
  test('that rule the score out are a challenge of their own', () =>
    withWorkspace(async (workspace) => {
      const row = { organisation: 'medway', objective: 4, period: '2023' };
      const ofAnswers = async () =>
        (await challengeList(workspace, 'medway')).filter(({ kind }) => kind.endsWith('-checklist'));
      pasteWording(workspace, { ...row, level: 2, text: 'Reports are made.', by });
      expect(await ofAnswers()).toEqual([]);
      const { levels } = criteriaReport(workspace, row);
      const id = levels.find(({ level }) => level === 2)?.statements[0]?.id ?? '';
      answerStatements(workspace, { ...row, answers: { [id]: 'not-met' }, by });
      expect(await ofAnswers()).toMatchObject([
        {
          ...{ kind: 'above-checklist', objective: 4, period: '2023', quotes: [] },
          question:
            'The score is 4; by the answers to the statements, level 1 is the highest that can be met. Which of the two is right?',
        },
      ]);
    }, example));
});
