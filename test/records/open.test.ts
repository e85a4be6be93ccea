import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessmentRow } from '../../src/model/assessment.ts';
import type { Records } from '../../src/records/records.ts';
import { assessment, document, northfield } from './example.ts';
import { emptyFolder, northfieldRecords, opened, problemOf } from './workspace.ts';

const newYear = { period: '2024', framework: 'ladder', objectives: [3, 1, 2] };
const words = (objective: number, text: string): AssessmentRow => ({ objective, state: 'not-scored', text });
const scored = (objective: number, achieved: number, text = ''): AssessmentRow => ({
  objective,
  state: 'scored',
  score: { label: String(achieved), achieved, workingTowards: null },
  text,
});

/** Records with 2024 open. */
function openYear(): Records {
  const records = northfieldRecords();
  records.openAssessment('northfield', newYear, 'ada');
  return records;
}

const enter = (records: Records, row: AssessmentRow, version: number, by = 'ada') =>
  records.enterRow('northfield', '2024', { row, version }, by);
const rowsOf = (records: Records) =>
  records.rows('northfield', '2024').map(({ row, version }) => [row.objective, version, row.text]);

describe('an assessment that is opened by hand', () => {
  test('has an empty row for each objective, is open, and is opened once', () => {
    const records = openYear();
    expect(records.openAssessment('northfield', newYear, 'ben')).toBe(false);
    expect(records.assessments('northfield')).toEqual([
      {
        period: '2024',
        framework: 'ladder',
        closed: false,
        source: null,
        importedAt: null,
        importedBy: null,
        opened: { by: 'ada', at: '2026-01-05T09:01:00.000Z' },
      },
    ]);
    expect(records.assessment('northfield', '2024').rows).toEqual([1, 2, 3].map((one) => words(one, '')));
    expect(rowsOf(records)).toEqual([1, 2, 3].map((one) => [one, 0, '']));
    expect(records.journal()[0]).toMatchObject({
      action: 'open-assessment',
      subject: 'northfield/2024',
      before: null,
    });
    expect(
      problemOf(() => records.openAssessment('northfield', { ...newYear, period: '24' }, 'a')).code,
    ).toBe('BAD_VALUE');
    expect(problemOf(() => records.openAssessment('nowhere', newYear, 'a')).code).toBe(
      'UNKNOWN_ORGANISATION',
    );
  });

  test('keeps a row with its version, who and when, and the journal has both sides', () => {
    const records = openYear();
    expect(enter(records, scored(2, 3, 'So'), 0)).toMatchObject({ version: 1, by: 'ada' });
    expect(enter(records, scored(2, 4, 'More'), 1, 'ben')).toMatchObject({ version: 2, by: 'ben' });
    expect(records.journal()[0]).toMatchObject({
      action: 'enter-row',
      subject: 'northfield/2024/2',
      before: { version: 1, row: scored(2, 3, 'So') },
      after: { version: 2, row: scored(2, 4, 'More') },
    });
    expect(records.assessment('northfield', '2024').rows[1]).toEqual(scored(2, 4, 'More'));
  });

  test('refuses a row made from another version, and shows both', () => {
    const records = openYear();
    enter(records, scored(2, 3, 'So'), 0, 'ben');
    const problem = problemOf(() => enter(records, scored(2, 4, 'Mine'), 0));
    expect([problem.code, problem.status]).toEqual(['ROW_CHANGED', 409]);
    expect(problem.message).toMatchInlineSnapshot(
      `"Somebody else changed this row meanwhile: northfield, 2024, objective 2. Seen: version 0; it is now at version 1 by ben: 3, “So”. Allowed: version 1. Look at what is there now, and send yours again with its version, or leave it."`,
    );
    expect(problem.detail.data).toMatchObject({
      given: { version: 0, row: scored(2, 4, 'Mine') },
      held: { version: 1, row: scored(2, 3, 'So'), by: 'ben' },
    });
    expect(rowsOf(records)[1]).toEqual([2, 1, 'So']);
  });

  test('writes nothing when the same is sent twice', () => {
    const records = openYear();
    enter(records, scored(2, 3), 0);
    const entries = records.journal().length;
    expect(enter(records, scored(2, 3), 0).version).toBe(1);
    expect(records.journal()).toHaveLength(entries);
  });

  test('is frozen when it is closed, and opened again only with a reason that the journal keeps', () => {
    const records = openYear();
    enter(records, scored(1, 3), 0);
    records.closeAssessment('northfield', '2024', 'ada');
    records.closeAssessment('northfield', '2024', 'ada');
    expect(problemOf(() => enter(records, scored(1, 4), 1)).code).toBe('ASSESSMENT_CLOSED');
    expect(
      problemOf(() => records.undoRow('northfield', '2024', { objective: 1, version: 1 }, 'a')).code,
    ).toBe('ASSESSMENT_CLOSED');
    expect(problemOf(() => records.reopenAssessment('northfield', '2024', '  ', 'ada')).code).toBe(
      'BAD_VALUE',
    );
    records.reopenAssessment('northfield', '2024', 'A slip', 'ben');
    expect(enter(records, scored(1, 4), 1).version).toBe(2);
    expect(records.journal().map(({ action }) => action)).toEqual([
      ...[
        'enter-row',
        'reopen-assessment',
        'close-assessment',
        'enter-row',
        'open-assessment',
        'put-organisation',
      ],
    ]);
    expect(records.journal()[1]).toMatchObject({
      before: { closed: true },
      after: { closed: false, reason: 'A slip' },
      by: 'ben',
    });
    expect(problemOf(() => records.closeAssessment('northfield', '1999', 'a')).code).toBe('UNKNOWN_PERIOD');
  });

  test('takes changes back one after another, each as a change of its own', () => {
    const records = openYear();
    enter(records, words(1, 'One'), 0);
    enter(records, words(1, 'Two'), 1);
    enter(records, words(1, 'Three'), 2);
    const undo = (version: number) =>
      records.undoRow('northfield', '2024', { objective: 1, version }, 'ben').row.text;
    expect([undo(3), undo(4)]).toEqual(['Two', 'One']);
    expect(enter(records, words(1, 'Four'), 5).version).toBe(6);
    expect([undo(6), undo(7)]).toEqual(['One', '']);
    expect(problemOf(() => undo(8)).code).toBe('BAD_VALUE');
    expect(problemOf(() => undo(3)).code).toBe('ROW_CHANGED');
    const history = records.rowHistory('northfield', '2024', 1);
    expect(history.map(({ action, after }) => [action, after.text])).toEqual([
      ['enter-row', 'One'],
      ['enter-row', 'Two'],
      ['enter-row', 'Three'],
      ['undo-row', 'Two'],
      ['undo-row', 'One'],
      ['enter-row', 'Four'],
      ['undo-row', 'One'],
      ['undo-row', ''],
    ]);
    expect(records.rowHistory('northfield', '2024', 2)).toEqual([]);
  });

  test('whose rows were damaged takes no row that would hide it', () => {
    const records = openYear();
    enter(records, words(1, 'One'), 0);
    const other = new DatabaseSync(records.file);
    other.exec("UPDATE assessment_row SET content = replace(content, 'One', 'Won')");
    other.close();
    expect(problemOf(() => enter(records, words(2, 'Two'), 0)).code).toBe('WORKSPACE_BROKEN');
  });
});

describe('a document', () => {
  const brought = (first: number) => document([assessment('2024', first)]);

  test('brought into an open period replaces its rows, raises their versions, and leaves the period open', () => {
    const records = openYear();
    enter(records, words(1, 'Mine'), 0);
    enter(records, words(2, 'Kept'), 0);
    const [full] = brought(4).assessments;
    const rows = (full?.rows ?? []).map((row) => (row.objective === 2 ? words(2, '') : row));
    const [outcome] = records.saveImport(
      { ...brought(4), assessments: [{ ...assessment('2024', 4), rows }] },
      'ben',
    );
    expect(outcome).toEqual({ period: '2024', outcome: 'changed', objectives: [1, 3] });
    expect(rowsOf(records)).toEqual([
      [1, 2, '“Quoted” in 2024'],
      [2, 1, 'Kept'],
      [3, 1, ''],
    ]);
    expect(records.assessments('northfield')[0]).toMatchObject({
      closed: false,
      source: { file: 'return.txt' },
    });
    expect(problemOf(() => enter(records, words(1, 'Mine, more'), 1)).code).toBe('ROW_CHANGED');
    expect(records.undoRow('northfield', '2024', { objective: 1, version: 2 }, 'ada').row.text).toBe('Mine');
    expect(records.assessment('northfield', '2024').rows[0]).toEqual(words(1, 'Mine'));
  });

  test('does not overwrite a period that was closed by hand, and may repeat it', () => {
    const records = openYear();
    for (const row of assessment('2024', 4).rows) enter(records, row, 0);
    records.closeAssessment('northfield', '2024', 'ada');
    const before = records.journal().length;
    const problem = problemOf(() =>
      records.saveImport(document([assessment('2023', 2), assessment('2024', 1)]), 'ben'),
    );
    expect([problem.code, records.journal().length]).toEqual(['ASSESSMENT_CLOSED', before]);
    expect(records.assessments('northfield')).toHaveLength(1);
    expect(records.saveImport(brought(4), 'ben')[0]?.outcome).toBe('unchanged');
    records.reopenAssessment('northfield', '2024', 'A better document came', 'ada');
    expect(records.saveImport(brought(1), 'ben')[0]?.outcome).toBe('changed');
    expect(records.assessments('northfield')[0]?.closed).toBe(false);
  });

  test('that was reopened by hand is the officer’s from then on', () => {
    const records = northfieldRecords();
    records.saveImport(brought(4), 'ada');
    records.reopenAssessment('northfield', '2024', 'A slip', 'ada');
    enter(records, scored(1, 2), 1);
    records.closeAssessment('northfield', '2024', 'ada');
    expect(problemOf(() => records.saveImport(brought(4), 'ada')).code).toBe('ASSESSMENT_CLOSED');
  });
});

test('an agreed standard holds from its period on, until another, or none, is agreed', () => {
  const records = northfieldRecords();
  const agree = (level: number | null, from: string, agreed = '') =>
    records.agreeStandard('northfield', { level, agreed, from }, 'ada');
  agree(3, '2022', 'November 2021');
  agree(3, '2022', 'November 2021');
  agree(4, '2024');
  agree(null, '2025');
  const at = (period: string) => records.agreedStandardAt('northfield', period)?.level ?? null;
  expect(['2021', '2022', '2023', '2024', '2025', '2026'].map(at)).toEqual([null, 3, 3, 4, null, null]);
  expect(records.journal().filter(({ action }) => action === 'agree-standard')).toHaveLength(3);
  agree(3, '2024', 'May 2024');
  expect(records.agreedStandardAt('northfield', '2024')).toMatchObject({
    level: 3,
    agreed: 'May 2024',
    by: 'ada',
  });
});

describe('the law of versions', () => {
  type Step =
    | { readonly kind: 'look'; readonly editor: number; readonly objective: number }
    | { readonly kind: 'send'; readonly editor: number; readonly objective: number; readonly note: number }
    | { readonly kind: 'undo'; readonly editor: number; readonly objective: number }
    | { readonly kind: 'close' }
    | { readonly kind: 'reopen' };
  const editor = fc.nat(3);
  const objective = fc.integer({ min: 1, max: 3 });
  const steps = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('look' as const), editor, objective }) },
      {
        weight: 6,
        arbitrary: fc.record({ kind: fc.constant('send' as const), editor, objective, note: fc.nat(4) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), editor, objective }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'reopen' as const) }) },
    ),
    { maxLength: 40 },
  );

  /** What a period is by the law, told without a database: values that were ever held, one after another, and what was taken back. */
  class Model {
    readonly rows = new Map<number, { version: number; text: string; done: string[] }>(
      [1, 2, 3].map((one) => [one, { version: 0, text: '', done: [] }]),
    );
    readonly seen = new Map<string, number>();
    closed = false;

    row(one: number) {
      const row = this.rows.get(one);
      if (row === undefined) throw new Error(`no row ${one}`);
      return row;
    }

    /** What becomes of a step: "kept", "same", or the code of a problem. */
    after(step: Step): string {
      if (step.kind === 'close' || step.kind === 'reopen') {
        this.closed = step.kind === 'close';
        return 'kept';
      }
      const row = this.row(step.objective);
      const key = `${step.editor}/${step.objective}`;
      if (step.kind === 'look') {
        this.seen.set(key, row.version);
        return 'kept';
      }
      if (this.closed) return 'ASSESSMENT_CLOSED';
      const stale = (this.seen.get(key) ?? 0) !== row.version;
      if (step.kind === 'undo') {
        const before = row.done.at(-1);
        if (stale) return 'ROW_CHANGED';
        if (before === undefined) return 'BAD_VALUE';
        row.done.pop();
        row.text = before;
      } else {
        const text = `Note ${step.note}`;
        if (text === row.text) return 'same';
        if (stale) return 'ROW_CHANGED';
        row.done.push(row.text);
        row.text = text;
      }
      row.version += 1;
      this.seen.set(key, row.version);
      return 'kept';
    }
  }

  test('holds for every interleaving of editors: nothing is overwritten unseen, and no version returns', () => {
    const runs = process.env['HEADROOM_TEST_LONG'] === undefined ? 60 : 2000;
    fc.assert(
      fc.property(steps, (taken) => {
        const records = opened(emptyFolder());
        records.putOrganisation(northfield, 'ada');
        records.openAssessment('northfield', newYear, 'ada');
        const model = new Model();
        const seen = new Map<string, number>();
        for (const step of taken) {
          const entries = records.journal({ limit: 1000 }).length;
          const wasClosed = model.closed;
          const expected = model.after(step);
          expect(carryOut(records, step, seen)).toBe(expected === 'same' ? 'kept' : expected);
          const written = records.journal({ limit: 1000 }).length - entries;
          const changes =
            step.kind === 'look'
              ? 0
              : step.kind === 'close' || step.kind === 'reopen'
                ? Number(wasClosed !== model.closed)
                : Number(expected === 'kept');
          expect(written).toBe(changes);
          expect(rowsOf(records)).toEqual(
            [...model.rows].map(([one, { version, text }]) => [one, version, text]),
          );
        }
        for (const one of [1, 2, 3])
          expect(records.rowHistory('northfield', '2024', one)).toHaveLength(model.row(one).version);
        records.close();
      }),
      { numRuns: runs, seed: 2024 },
    );
  });

  /** The same step on records; an editor's view is what they last read or wrote. */
  function carryOut(records: Records, step: Step, seen: Map<string, number>): string {
    try {
      if (step.kind === 'close') records.closeAssessment('northfield', '2024', 'ada');
      else if (step.kind === 'reopen') records.reopenAssessment('northfield', '2024', 'Again', 'ada');
      else {
        const { objective: one } = step;
        const key = `${step.editor}/${one}`;
        const version = seen.get(key) ?? 0;
        const by = `editor ${step.editor}`;
        const held = records.rows('northfield', '2024').find(({ row }) => row.objective === one);
        if (step.kind === 'look') seen.set(key, held?.version ?? -1);
        else if (step.kind === 'undo')
          seen.set(key, records.undoRow('northfield', '2024', { objective: one, version }, by).version);
        else {
          const sent = enter(records, words(one, `Note ${step.note}`), version, by).version;
          if (sent !== held?.version) seen.set(key, sent);
        }
      }
      return 'kept';
    } catch (thrown) {
      return problemOf(() => {
        throw thrown;
      }).code;
    }
  }
});

describe('a workspace that cannot take a change says so, and keeps nothing of it', () => {
  test('when it is only read', () => {
    const records = openYear();
    const folder = records.file.replace(/\/[^/]*$/, '');
    const reader = opened(folder, { readOnly: true });
    expect(problemOf(() => enter(reader, words(1, 'One'), 0)).code).toBe('WORKSPACE_BROKEN');
    expect(rowsOf(reader)[0]).toEqual([1, 0, '']);
  });

  test('when another program writes to it', () => {
    const folder = emptyFolder();
    const records = opened(folder, { patience: 20 });
    records.putOrganisation(northfield, 'ada');
    records.openAssessment('northfield', newYear, 'ada');
    const other = new DatabaseSync(records.file);
    other.exec('BEGIN IMMEDIATE');
    expect(problemOf(() => enter(records, words(1, 'One'), 0)).code).toBe('WORKSPACE_BUSY');
    other.exec('ROLLBACK');
    other.close();
    expect(enter(records, words(1, 'One'), 0).version).toBe(1);
  });
});
