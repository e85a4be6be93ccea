import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { YearReport } from '../../src/app/year/year-report.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { fillForm } from '../exchange/write/fill-form.ts';
import { headroom, temporaryFolder } from './headroom.ts';

describe('open', () => {
  const { folder, remove } = temporaryFolder();
  const workspace = join(folder, 'workspace');
  const open = (...given: readonly string[]) => headroom(workspace, 'open', 'small', '2024', ...given);

  beforeAll(() => {
    const made = headroom(workspace, 'init', '--empty', '--organisation', 'small');
    expect(made.status).toBe(0);
  });
  afterAll(remove);

  test('begins a year with nothing before it, takes rows by version, closes it, and advice rests on it', () => {
    const first = open('--standard', '3', '--agreed', 'November 2021');
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('The agreed standard is 3 everywhere, agreed November 2021.');
    expect(first.stdout).toContain('0 of 59 entered; 59 still to do.');
    expect(first.stdout).toContain('There is no closed assessment before it.');

    const shown = open('--objective', '4').stdout;
    expect(shown).toContain('1 Minimum, the lowest level');
    expect(shown).not.toContain('last score');
    const file = join(folder, 'comment.txt');
    writeFileSync(file, 'Commentary: All so.\r\n\r\nAction:  More\u00a0of it.\n');
    const entered = open('--objective', '4', '--score', '3-4', '--text-file', file, '--by', 'Ada');
    expect(entered.stdout).toContain(
      'Score 3/4.\nCommentary: All so.\nAction: More of it.\nVersion 1, by Ada',
    );
    const scoreAlone = open('--objective', '4', '--score', '4', '--version', '1');
    expect(scoreAlone.stdout).toContain('Score 4.\nCommentary: All so.');
    const stale = open('--objective', '4', '--score', '5', '--version', '1');
    expect([stale.status, stale.stdout]).toEqual([3, '']);
    expect(stale.stderr).toContain('ROW_CHANGED');
    expect(stale.stderr).toContain('Allowed: version 2');
    expect(open('--undo', '4').stdout).toContain('Score 3/4.');
    expect(open('--objective', '9', '--not-applicable', 'Done elsewhere.').stdout).toContain(
      'Not applicable.\nDone elsewhere.',
    );

    const report = JSON.parse(open('--json').stdout);
    expect(mismatches(YearReport, report)).toEqual([]);
    expect(report).toMatchObject({
      closed: false,
      counts: { objectives: 59, entered: 2, scored: 1, notApplicable: 1, missing: 57, meets: 1 },
    });
    expect(open('--close').stderr).toContain('ASSESSMENT_INCOMPLETE');
    expect(open('--close', '--incomplete').stdout).toContain('57 were not scored.');
    expect(open('--objective', '1', '--score', '3').stderr).toContain('ASSESSMENT_CLOSED');
    expect(JSON.parse(headroom(workspace, 'advise', 'small', '--json').stdout)).toMatchObject({
      basedOn: '2024',
      period: '2025',
    });
    expect(open('--reopen', 'A slip').stdout).toContain('57 still to do.');
  });

  test('discards a period that was opened by mistake, with what is entered only if told', () => {
    const mistake = (...given: readonly string[]) => headroom(workspace, 'open', 'small', '2023', ...given);
    expect(mistake('--discard').stderr).toContain('UNKNOWN_PERIOD');
    mistake('--objective', '4', '--score', '3');
    const refused = mistake('--discard');
    expect([refused.status, refused.stdout]).toEqual([3, '']);
    expect(refused.stderr).toContain('ASSESSMENT_ENTERED');
    expect(refused.stderr).toContain('1 row entered');
    const discarded = mistake('--discard', '--entered', '--by', 'Ada');
    expect([discarded.status, discarded.stdout]).toEqual([
      0,
      'small: the 2023 assessment is discarded. The journal keeps its 1 row.\n',
    ]);
    expect(mistake('--undo', '4').stderr).toContain('There is nothing to take back');
    mistake();
    expect(JSON.parse(mistake('--discard', '--json').stdout)).toEqual({
      ...{ schema: 1, organisation: 'small', period: '2023', entered: 0 },
    });
  });

  test.each([
    [['--score', '3'], 'without --objective'],
    [['--objective', '1', '--score', '3', '--close'], '--close'],
    [['--objective', '1', '--not-applicable', 'x', '--score', '3'], 'with --score'],
    [['--incomplete'], '--incomplete alone'],
    [['--agreed', 'May'], '--agreed alone'],
    [['--entered'], '--entered alone'],
    [['--discard', '--close'], '--close with --discard'],
    [['--objective', '1', '--text', 'a', '--text-file', 'b'], '--text with --text-file'],
    [['--standard', 'high'], '--standard high'],
    [['--objective', '1', '--version', '2'], '--version alone'],
    [['--template', 'a.ods'], 'a.ods'],
    [['--template', 'a.xlsx', '--close'], '--close with --template'],
  ])('does not guess what %j means', (given, seen) => {
    const ran = open(...given);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(seen);
  });

  test('opens nothing where what is asked for is refused', () => {
    const other = (...given: readonly string[]) => headroom(workspace, 'open', 'small', '2025', ...given);
    expect(other('--objective', '999').stderr).toContain('UNKNOWN_OBJECTIVE');
    expect(other('--objective', '1', '--score', '9').stderr).toContain('BAD_VALUE');
    expect(other('--standard', '9').stderr).toContain('BAD_VALUE');
    expect(other('--undo', '1').stderr).toContain('BAD_VALUE');
    expect(other('--close').stderr).toContain('ASSESSMENT_INCOMPLETE');
    const held = headroom(workspace, 'export', 'small', '--period', '2025', '--format', 'csv');
    expect([held.status, held.stdout]).toEqual([3, '']);
    expect(held.stderr).toContain('UNKNOWN_PERIOD');
  });

  test('says which scores, periods and objectives there are', () => {
    expect(open('--objective', '1', '--score', '2/4').stderr).toContain(
      'Allowed: 1, 2, 3, 4, 5, or two neighbours such as 1/2',
    );
    expect(open('--objective', '99', '--score', '3').stderr).toContain('UNKNOWN_OBJECTIVE');
    expect(open('--objective', '99').stderr).toContain('Allowed: 1 to 59');
    expect(headroom(workspace, 'open', 'small', '2024-25').stderr).toContain('Allowed: a period like 2024');
    expect(headroom(workspace, 'open', 'small', '2042').stderr).toContain('at most 5 years from 2024');
    expect(headroom(workspace, 'open', 'nowhere', '2024').stderr).toContain('UNKNOWN_ORGANISATION');
  });
});

describe('a whole year by a form', () => {
  const { folder, remove } = temporaryFolder();
  afterAll(remove);

  test('an empty workspace, the form, its scores, the import, closing it, and advice', () => {
    const workspace = join(folder, 'workspace');
    const run = (...given: readonly string[]) => {
      const ran = headroom(workspace, ...given);
      expect([ran.status, given, ran.stderr]).toEqual([0, given, expect.any(String)]);
      return ran;
    };
    run('init', '--empty', '--organisation', 'example');
    const form = join(folder, 'form.xlsx');
    const opened = run('open', 'example', '2024', '--template', form);
    expect(opened.stderr).toBe(`headroom: wrote ${form}\n`);
    expect(opened.stdout).toContain('0 of 59 entered; 59 still to do.');
    const objectives = Array.from({ length: 59 }, (_, at) => at + 1);
    const rows = new Map(objectives.map((number) => [number, { score: '2/3', text: `On ${number}.` }]));
    writeFileSync(form, fillForm(readFileSync(form), 'xlsx', rows));
    expect(run('import', form).stdout).toContain('59 objectives changed');
    // Somebody has saved it since: it is theirs now.
    expect(headroom(workspace, 'open', 'example', '2024', '--template', form).stderr).toContain(
      'FILE_EXISTS',
    );
    expect(run('open', 'example', '2024', '--close').stdout).toContain('All 59 objectives are entered.');
    expect(JSON.parse(run('advise', 'example', '--json').stdout)).toMatchObject({
      basedOn: '2024',
      period: '2025',
    });
  });
});
