import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { addToPanel } from '../../../src/benchmark/panel/add-to-panel.ts';
import { openPanel } from '../../../src/benchmark/panel/open-panel.ts';
import { describeDiagnostic } from '../../../src/kernel/diagnostics.ts';
import { csv, header, panelFixture, row } from './panel-fixture.ts';

const { folder, house, file, add, remove } = panelFixture();
afterAll(remove);

const scores = async (id: string) => {
  const { database, close } = await openPanel(join(house.panels, id), { register: null, threads: 1 });
  const rows = await database.rows('SELECT * FROM scores ORDER BY period, objective, organisation');
  close();
  return rows;
};

describe('a panel', () => {
  test('is made of the rows of its files, each once, and says what it holds', async () => {
    const first = csv(
      row({ score: '2-3', factors: 'joint-boards = yes', causes: 'joint-working:4:external:confirmed' }),
      row({ organisation: '"B ""2"""', period: '2023', state: 'not-applicable', score: '' }),
      '',
      row({ organisation: 'C', score: '', agreed_standard: 'No', carried: 'yes' }),
    );
    const second = csv(row({ period: '2024' }), row({ period: '2024' }));
    const { state, panel, given, added, alreadyThere, findings } = await addToPanel(house, {
      id: 'made',
      files: [file(first, 'first.csv'), file(second, 'second.csv')],
    });
    expect({ state, given, added, alreadyThere, findings }).toEqual({
      state: 'added',
      given: 5,
      added: 4,
      alreadyThere: 1,
      findings: [],
    });
    expect(panel).toMatchObject({
      id: 'made',
      name: 'made',
      access: 'confidential',
      invented: false,
      periods: ['2023', '2024'],
      organisations: 3,
      rows: 4,
      causes: true,
      factors: true,
      parts: [
        { file: 'first.csv', rows: 3, added: '2026-01-02T03:04:05.000Z' },
        { file: 'second.csv', rows: 2 },
      ],
    });
    const plain = { objective: 1, working_towards: null, agreed_standard: false, carried: false };
    expect(await scores('made')).toEqual([
      { ...plain, organisation: 'A1', period: '2023', state: 'scored', achieved: 2, working_towards: 3 },
      { ...plain, organisation: 'B "2"', period: '2023', state: 'not-applicable', achieved: null },
      { ...plain, organisation: 'C', period: '2023', state: 'not-scored', achieved: null, carried: true },
      { ...plain, organisation: 'A1', period: '2024', state: 'scored', achieved: 3 },
    ]);
    expect(readdirSync(house.panels)).toEqual(['made']);
  });

  test('has one version, whatever the order of its rows and files and however often one came', async () => {
    const rows = ['1', '2', '3', '4'].map((objective) => row({ objective, factors: 'joint-boards=yes' }));
    const whole = await add('whole', csv(...rows));
    expect((await add('other', csv(...rows.slice(2).toReversed()))).panel?.version).not.toBe(
      whole.panel?.version,
    );
    const parts = await add('other', csv(...rows, ...rows));
    expect(parts).toMatchObject({ state: 'added', added: 2, alreadyThere: 6 });
    expect(parts.panel?.version).toBe(whole.panel?.version);
    expect(await add('other', csv(...rows))).toMatchObject({
      state: 'nothing-new',
      added: 0,
      alreadyThere: 4,
    });
  });

  test('reads every usual way of writing a table', async () => {
    const text = (separator: string, end: string) =>
      [header, row({ organisation: 'Küste – 1', period: '2023/24' }), '']
        .join(end)
        .replaceAll(',', separator);
    const utf16 = (content: string, big: boolean) => {
      const bytes = Buffer.from(`\uFEFF${content}`, 'utf16le');
      return big ? bytes.swap16() : bytes;
    };
    const versions = await Promise.all(
      [
        text(',', '\r\n'),
        `\uFEFF${text(';', '\n')}`,
        text('\t', '\r'),
        utf16(text('|', '\r\n'), false),
        utf16(text(';', '\n'), true),
        // The dash is a byte that Latin-1 does not have.
        Buffer.from(text(',', '\n').replace('–', '\x96'), 'latin1'),
      ].map(async (content, index) => add(`way-${index}`, content)),
    );
    expect(new Set(versions.map(({ panel }) => panel?.version)).size).toBe(1);
    expect(versions.map(({ counts }) => counts)).toEqual([{}, {}, {}, {}, {}, { 'document/encoding': 1 }]);
  });

  test('never keeps what stands in the column of names', async () => {
    const content = [`${header},Name`, `${row()},"Secret; ""name"",\nof it"`, ''].join('\n');
    await add('named', content);
    const kept = readdirSync(join(house.panels, 'named')).map((each) =>
      readFileSync(join(house.panels, 'named', each), 'latin1'),
    );
    expect(kept.join()).not.toContain('Secret');
  });

  test('is confidential for good, and public only if it was from the beginning', async () => {
    const open = await add('open', csv(row()), { access: 'public', source: 'A gazette', name: 'Open' });
    expect(open.panel).toMatchObject({ access: 'public', source: 'A gazette', name: 'Open' });
    expect((await add('open', csv(row({ period: '2024' })))).panel?.access).toBe('public');
    await add('closed', csv(row()));
    await expect(add('closed', csv(row({ period: '2024' })), { access: 'public' })).rejects.toThrow(
      /confidential, as it is held/,
    );
  });

  test('is invented or real, never both', async () => {
    const invented = csv(row()).replace('causes\r\n', 'causes,invented\r\n').replace(/\r\n$/, ',yes\r\n');
    expect((await add('fairy', invented)).panel?.invented).toBe(true);
    const mixed = await add('fairy', csv(row({ period: '2024' })));
    expect(mixed.findings.map(describeDiagnostic)).toMatchInlineSnapshot(`
      [
        "error: Invented and real rows come together (17.csv:2, column invented). Seen: real rows. Allowed: invented rows, as the panel's first are. Invented and real rows never stand in one panel: give these one of their own.",
      ]
    `);
    expect((await add('real', csv(row()))).panel?.invented).toBe(false);
    expect(await add('real', invented)).toMatchObject({
      state: 'refused',
      counts: { 'panel/invented-mixed': 1 },
    });
  });

  test('stays as it was where a dry run or a refusal looked at more', async () => {
    await add('kept', csv(row()));
    const before = readdirSync(join(house.panels, 'kept')).map((each) =>
      readFileSync(join(house.panels, 'kept', each)),
    );
    expect(await add('kept', csv(row({ period: '2024' })), { dryRun: true })).toMatchObject({
      state: 'tried',
      added: 1,
      panel: { rows: 2 },
    });
    expect(await add('kept', csv(row({ period: '2024' }), row({ score: '4' })))).toMatchObject({
      state: 'refused',
      panel: null,
      added: 0,
    });
    expect(
      readdirSync(join(house.panels, 'kept')).map((each) => readFileSync(join(house.panels, 'kept', each))),
    ).toEqual(before);
  });

  test('is not looked for outside the folder of panels, nor behind a link', async () => {
    for (const id of ['../x', '', 'A', '-a', 'a/b', '.new-a', 'con', 'x'.repeat(65)])
      await expect(add(id, csv(row()))).rejects.toMatchObject({ code: 'BAD_VALUE' });
    await add('aim', csv(row()));
    symlinkSync(join(house.panels, 'aim'), join(house.panels, 'link'));
    await expect(add('link', csv(row({ period: '2024' })))).rejects.toMatchObject({
      code: 'WORKSPACE_BROKEN',
    });
    symlinkSync(house.panels, join(folder, 'linked-panels'));
    await expect(
      addToPanel(
        { ...house, panels: join(folder, 'linked-panels') },
        { id: 'aim', files: [file(csv(row()))] },
      ),
    ).rejects.toMatchObject({ code: 'WORKSPACE_BROKEN' });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('has a name that can be seen', async () => {
    for (const name of ['', ' ', 'two\nlines', 'x'.repeat(201)])
      await expect(add('nameless', csv(row()), { name })).rejects.toMatchObject({ code: 'BAD_VALUE' });
  });

  test('has the same rows however its cells are quoted', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', "'", '=', '-', ' '),
      maxLength: 8,
    });
    const cases = fc.uniqueArray(
      cell.map((text) => `x${text}x`),
      { minLength: 1, maxLength: 5, selector: (text) => text.toLowerCase().replace(/\s+/g, ' ') },
    );
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom(',', ';', '\t'), async (names, separator) => {
        const id = `quoted-${++runs}`;
        const rows = names.map((name) =>
          [`"${name.replaceAll('"', '""')}"`, 'lga-nps-2018', '2023', '1', '3'].join(separator),
        );
        await add(
          id,
          [header.split(',').slice(0, 4).concat('score').join(separator), ...rows, ''].join('\n'),
        );
        expect((await scores(id)).map(({ organisation }) => organisation)).toEqual(
          names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
        );
      }),
      { numRuns: 5 },
    );
  });
});
