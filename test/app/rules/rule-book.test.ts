import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ruleBook, ruleBookOfFolder } from '../../../src/app/rules/rule-book.ts';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import { wordDocument } from '../../../src/exchange/write/word-document.ts';
import {
  type Block,
  type ListItem,
  plainWords,
  type WrittenDocument,
} from '../../../src/model/written-document.ts';
import { loadPack } from '../../../src/pack/load.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { writtenFile } from '../../../src/pages/frame/written-file.ts';
import { wordText } from '../../exchange/write/word-text.ts';
import { allotment, withPack } from '../../pack/allotment.ts';
import { example, wordsOf } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

const effects = { now: () => new Date('2026-01-02T03:04:05Z'), log: () => {} };
const packs = [join(projectFolder, 'rules/lga-nps-2018'), allotment];

/** Words as both readers of files give them: runs of white space as one blank. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** All that a reader must be able to find of a pack's rules and cases. */
function wanted(pack: Pack): readonly string[] {
  const { reading, ceilings, targets, cases, causes, factors, framework, planning } = pack;
  const rules = [...reading.rules, ...ceilings, ...targets].flatMap(({ id, title, citation }) => [
    `rule ${id}.`,
    title,
    citation,
  ]);
  return [
    ...rules,
    ...ceilings.flatMap((rule) => (rule.basis === 'comment' ? [] : [rule.quote])),
    ...cases.map(({ sentence }) => sentence),
    ...cases.map(({ given }) => given.comment),
    ...causes.flatMap(({ name, description }) => [name, description]),
    ...factors.flatMap(({ name, question }) => [name, question]),
    ...framework.levels.map(({ name }) => name),
    `“${planning.note}”`,
    `${planning.stepDays}, assumed`,
    `a level up to the suggested target counts ${planning.worth.suggested}, and one above it ${planning.worth.open}`,
  ].map(plain);
}

describe('the rule book', () => {
  test.each(packs)(
    'of %s has every rule with its citation, and every case, in both formats',
    async (folder) => {
      const book = await ruleBookOfFolder(folder, effects);
      const html = plain(wordsOf(writtenFile(book)));
      const word = plain(wordText(await wordDocument(book)));
      for (const words of wanted(loadPack(folder))) {
        expect(html).toContain(words);
        expect(word).toContain(words);
      }
    },
  );

  test.each(packs)('of %s has places of distinct names, and every link finds its place', async (folder) => {
    const { blocks } = await ruleBookOfFolder(folder, effects);
    const ids = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const links = JSON.stringify(blocks).matchAll(/"to":"([^"]+)"/g);
    expect([...links].map(([, to]) => to).filter((to) => !ids.includes(to ?? ''))).toEqual([]);
  });

  test.each(packs)('of %s shows no JSON: no fact, operator or brace of a rule file', async (folder) => {
    const text = asText(await ruleBookOfFolder(folder, effects));
    expect(text).not.toMatch(/\b(notEqual|notIn|doesNotSay|lessThan|greaterThan\w*|workingTowards)\b/);
    expect(text).not.toMatch(/\b(said|factor)\.[a-z]/);
    expect(text).not.toMatch(/[{}]/);
  });

  test('of the invented pack reads as it did', async () => {
    const kept = fileURLToPath(new URL('../../golden/rule-book/allotment.txt', import.meta.url));
    const changed = kept.replace('.txt', '-changed.txt');
    const text = asText(await ruleBookOfFolder(allotment, effects));
    const before = existsSync(kept) ? readFileSync(kept, 'utf8') : '';
    if (text === before) rmSync(changed, { force: true });
    else writeFileSync(changed, text);
    expect(text, `compare ${kept} with ${changed}`).toBe(before);
  });

  test('is the same bytes for the same rules and day', async () => {
    const once = await ruleBookOfFolder(allotment, effects);
    const again = await ruleBookOfFolder(allotment, effects);
    expect(writtenFile(again)).toBe(writtenFile(once));
    expect(Buffer.compare(await wordDocument(once), await wordDocument(again))).toBe(0);
  });

  test('of an organisation names the objectives that each rule touches in the period', () =>
    withWorkspace(async (workspace) => {
      const text = asText(await ruleBook(workspace, { view: { organisation: 'medway' } }));
      expect(text).toContain('What it touches at Medway Council, for 2024 (1 objective)');
      expect(text).toContain('- 4 Influence and impact: the ceiling is 4 Leader\n');
      expect(text).toContain('in the advice for 2024 from the 2023 return.');
      const before = asText(await ruleBook(workspace, { view: { organisation: 'medway', period: '2023' } }));
      expect(before).toContain('in the advice for 2023 from the 2022 return.');
    }, example));

  test('says what a plan assumes: the days of each step, levels a year, and what a level counts', async () => {
    const planning = JSON.stringify({
      note: 'guessed by the gardeners',
      stepDays: 4,
      stepDaysByLevel: [{ level: 3, days: 9 }],
      levelsAYear: 2,
      worth: { suggested: 3, open: 1 },
    });
    const text = await withPack({ 'planning.json': planning }, async (folder) =>
      asText(await ruleBookOfFolder(folder, effects)),
    );
    const part = text.slice(text.indexOf('## What a plan assumes'), text.indexOf('## Links between'));
    expect(part).toMatchInlineSnapshot(`
      "## What a plan assumes
      The plan that is suggested is the set of targets that gains the most in the officer-days that there are; none of them is above its ceiling. What follows holds until the organisation gives its own days, weights or levels a year.
      Officer-days of a step of one level:
      | Step | Officer-days
      | From 0 Bare to 1 Dug | 4, assumed
      | From 1 Dug to 2 Tended | 4, assumed
      | From 2 Tended to 3 Shown | 9, assumed
      - An objective rises by 2 levels a year at most.
      - In the gain, a level up to the suggested target counts 3, and one above it 1. The weights that the organisation gives multiply this.
      - Where objectives share an action, the days of its first step are paid once. An objective that waits on another rises only if the other rises too, or is there already.
      Rests on: an assumption of these rules, not a sentence of the standard. Wherever such officer-days are shown, this is said of them: “guessed by the gardeners”.
      In the files: planning.json. Where a pack has none: 10 days a step, 1 level a year, and every level counts 1.

      "
    `);
  });

  test('says when a case comes out otherwise', async () => {
    const cases = JSON.stringify({
      cases: [
        {
          id: 'wrong',
          sentence: 'A case that is not so.',
          given: { objective: 1, score: '1', comment: 'We have no time.' },
          expected: { ceiling: 3 },
        },
      ],
    });
    const text = await withPack({ 'cases/wrong.json': cases }, async (folder) =>
      asText(await ruleBookOfFolder(folder, effects)),
    );
    expect(text).toContain('Comes out: otherwise: the ceiling is 1 in place of 3.');
  });

  test('shows hostile text as text', async () => {
    const hostile = '<script>alert(1)</script> & "\' </w:t></w:r> {{ 7 * 7 }} ${x}';
    const book = await ruleBookOfFolder(allotment, effects);
    const words = [
      hostile,
      { text: hostile, strong: true } as const,
      { text: hostile, to: 'causes"><img src=x>' },
    ];
    const document: WrittenDocument = {
      ...book,
      title: hostile,
      blocks: [
        { kind: 'heading', level: 2, text: hostile, id: 'a' },
        { kind: 'paragraph', words },
        { kind: 'list', items: [{ words, items: [{ words, items: [] }] }] },
        { kind: 'fold', summary: hostile, items: [] },
        { kind: 'table', caption: hostile, head: [hostile], rows: [[words]] },
      ],
    };
    const html = writtenFile(document);
    expect(html).not.toMatch(/<script>alert|<img/);
    expect(wordsOf(html).split('alert(1)</script> & "\' </w:t></w:r> {{ 7 * 7 }} ${x}')).toHaveLength(1 + 18);
    const text = wordText(await wordDocument(document));
    expect(text).toContain(hostile);
    expect(wordText(await wordDocument({ ...document, title: 'a\u0000b' }))).toContain('a\uFFFDb');
  });

  test('of a pack that is not there, or of none where there are several, is a problem', () =>
    withWorkspace(async (workspace) => {
      await expect(ruleBook(workspace, { framework: 'nothing' })).rejects.toMatchObject({
        code: 'UNKNOWN_FRAMEWORK',
      });
      await expect(
        ruleBook(workspace, { framework: 'allotment', view: { organisation: 'nobody' } }),
      ).rejects.toMatchObject({ code: 'UNKNOWN_ORGANISATION' });
    }));
});

/** A document as lines, for eyes and comparison. */
function asText({ title, description, provenance, made, blocks }: WrittenDocument): string {
  const lines = [title, description, ...provenance, `Made on ${made}.`, ...blocks.flatMap(blockLines)];
  return `${lines.join('\n')}\n`;
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return ['', `${'#'.repeat(block.level)} ${block.text}`];
    case 'paragraph':
      return [plainWords(block.words)];
    case 'list':
      return block.items.flatMap((item) => itemLines(item, ''));
    case 'fold':
      return [`${block.summary} (folded):`, ...block.items.flatMap((item) => itemLines(item, ''))];
    case 'table':
      return [
        `${block.caption}:`,
        ...[block.head, ...block.rows.map((row) => row.map(plainWords))].map((row) => `| ${row.join(' | ')}`),
      ];
  }
}

function itemLines({ words, items }: ListItem, indent: string): readonly string[] {
  return [`${indent}- ${plainWords(words)}`, ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}
