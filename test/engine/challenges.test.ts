import { describe, expect, it } from 'vitest';
import { challenges } from '../../src/engine/challenges/challenges.ts';
import { Problem } from '../../src/kernel/problem.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { type Challenge as Asked, Challenge } from '../../src/model/challenge.ts';
import { ChallengeQuestions } from '../../src/model/challenge-rules.ts';
import { garden, gardenFiles, type Noted, packOf, twoYears } from './garden.ts';

/** What is asked of two years, each as kind, objective and question. */
async function asked(
  before: readonly Noted[],
  after: readonly Noted[],
  factors = {},
): Promise<readonly string[]> {
  const found = await twoYears(garden, before, after, factors);
  for (const each of found.asked) expect(mismatches(Challenge, each)).toEqual([]);
  return found.asked.map(
    ({ kind, objective, period, question }) => `${kind} #${objective} ${period}: ${question}`,
  );
}

/** What is asked of objective 3 in the later year, after a year with the same score and a comment of its own. */
function askedOf(text: string, score = '2') {
  return asked([[3, score, 'Ten people came.']], [[3, score, text]]);
}

describe('a score beside the answers to statements', () => {
  it('is asked about where it lies outside the levels that they leave open, and only there', async () => {
    const rows: readonly Noted[] = [
      [1, '3', 'Ten heaps.'],
      [2, '1/2', 'Ten beds.'],
      [3, '2', 'Ten people came.'],
    ];
    const found = await twoYears(garden, rows, rows);
    const asks = (...intervals: readonly (readonly [number, { low: number; high: number }])[]) =>
      challenges(garden, { ...found, checklists: new Map(intervals) })
        .filter(({ kind }) => kind.endsWith('-checklist'))
        .map(({ objective, period, question }) => `#${objective} ${period}: ${question}`);
    expect(asks()).toEqual([]);
    expect(asks([1, { low: 1, high: 2 }], [2, { low: 2, high: 3 }], [3, { low: 2, high: 2 }])).toEqual([
      '#1 2032: 3, answers leave 2?',
      '#2 2032: 1/2, answers award 2?',
    ]);
    expect(asks([1, { low: 1, high: 3 }], [2, { low: 1, high: 1 }])).toEqual([]);
  });
});

const plain: Noted = [3, '2', 'Ten people came.'];

describe('a comment beside the standard that it quotes', () => {
  it('is asked about where it holds less than the firm words', async () => {
    expect(
      await askedOf(
        'A 2 is defined as Plots are weeded weekly. Commentary: Plots are weeded most days, in summer.',
      ),
    ).toEqual(['criterion-weakened #3 2032: “weekly” for 2, but “most days”?']);
  });

  it('is left alone where it says nothing less, speaks of something else, or the standard is not firm', async () => {
    expect(
      await askedOf('A 2 is defined as Plots are weeded weekly. Commentary: Plots are weeded on Fridays.'),
    ).toEqual([]);
    expect(
      await askedOf('A 2 is defined as Plots are weeded weekly. Commentary: Most days tea is served.'),
    ).toEqual([]);
    expect(
      await askedOf('A 2 is defined as Plots are weeded. Commentary: Plots are weeded most days.'),
    ).toEqual([]);
  });

  it('is left alone where the words give a limit', async () => {
    const limit = 'Plots are not always weeded, as there is no water.';
    expect(await askedOf(`A 2 is defined as Plots are weeded weekly. Commentary: ${limit}`)).toEqual([]);
  });

  it('is asked about where the standard is the one for another level', async () => {
    expect(await askedOf('A 3 is defined as Plots are weeded. Commentary: They are.')).toEqual([
      'other-level #3 2032: 2, but the words of 3?',
    ]);
    expect(await askedOf('A 2 is defined as Plots are weeded. Commentary: They are.')).toEqual([]);
    expect(await askedOf('A 3 is defined as Plots are weeded. Commentary: They are.', '2/3')).toEqual([]);
    const both = 'A 3 is defined as Plots are weeded daily. A 2 is defined as Plots are weeded.';
    expect(await askedOf(`${both} Commentary: They are.`)).toEqual([]);
    expect(await askedOf('We mow in June, and so a 3 is defined as. That is what we do.')).toEqual([]);
  });
});

describe('a score beside an agreed standard', () => {
  it('is asked about where the two differ', async () => {
    const text = 'An agreed standard of 2.';
    const rows: readonly Noted[] = [
      [1, '1/2', text],
      [2, '3', text],
      [3, '2', text],
      [4, '2/3', text],
    ];
    expect(
      await asked(
        rows,
        rows.map(([number, score]): Noted => [number, score, 'Well.']),
      ),
    ).toEqual(['below-standard #1 2031: 1/2 below 2?', 'above-standard #2 2031: 3 above 2?']);
  });
});

describe('a score that rose', () => {
  const rose = (before: string, after: string) => asked([[3, '2', before]], [[3, '3', after]]);

  it('is asked about where the row has neither standard nor evidence', async () => {
    expect(await rose('Ten people came.', '')).toEqual([
      'rise-without-words #3 2032: 2 to 3, without a word?',
    ]);
    expect(await rose('Ten people came.', 'There is no water. No further action.')).toEqual([
      'rise-without-words #3 2032: 2 to 3, without a word?',
    ]);
  });

  it('is asked about where it rests on the words of the standard alone', async () => {
    expect(await rose('Ten people came.', 'A 3 is defined as Many come. Action: Ask more.')).toEqual([
      'rise-on-criterion-alone #3 2032: 2 to 3, on its words alone?',
    ]);
  });

  it('is asked about once where it rose from an agreed standard without a comment', async () => {
    expect(await rose('An agreed standard of 2.', 'Thirty people came.')).toEqual([
      'rise-from-standard #3 2032: 2 to 3 since 2031?',
    ]);
    expect(await rose('An agreed standard of 2. Ten people came.', 'Thirty people came.')).toEqual([]);
  });

  it('is asked about where the comment hedges and quotes no standard', async () => {
    expect(await rose('Ten people came.', 'Thirty came, and it is assumed that they stay, or not.')).toEqual([
      'rise-weakened #3 2032: 2 to 3, but “it is assumed that they stay”?',
    ]);
  });

  it('is left alone with a comment in both years, and where it did not rise', async () => {
    expect(await rose('Ten people came.', 'Thirty people came.')).toEqual([]);
    expect(await askedOf('')).toEqual([]);
    expect(await askedOf('It is assumed that they stay.')).toEqual([]);
    expect(await asked([[3, '3', 'Ten.']], [[3, '2', '']])).toEqual([]);
  });
});

describe('a score above what is known', () => {
  it('is asked about where only the score claims the circumstance that its level needs', async () => {
    const rows: readonly Noted[] = [[1, '4', 'Much compost.']];
    expect(await asked(rows, rows)).toEqual([
      'circumstance-unconfirmed #1 2032: 4, and 4 needs “share compost”. Do the neighbours share their compost?',
    ]);
    expect(await asked(rows, rows, { neighbours: 'yes' })).toEqual([]);
  });

  it('is asked about where a limit below it is stated', async () => {
    const rows: readonly Noted[] = [[3, '3', 'A 2 is the most, as there is no water.']];
    const before: readonly Noted[] = [[3, '3', 'Ten people came.']];
    expect(await asked(before, rows)).toEqual([]);
    expect(
      await asked([[1, '4', 'Much compost.']], [[1, '4', 'Much compost.']], { neighbours: 'no' }),
    ).toEqual(['limit-overtaken #1 2032: 4 over 3: “share compost”?']);
    const old: readonly Noted[] = [[3, '2', 'There is no water.']];
    expect(await asked(old, [[3, '3', "As per previous year's comment. Thirty came."]])).toContain(
      'limit-overtaken #3 2032: 3 over 2: “There is no water”?',
    );
  });
});

describe('a comment that refers to another row', () => {
  const refers = (text: string, other = 'Ten came.', before = 'Nine came.') =>
    asked(
      [plain, [4, '2', before]],
      [
        [3, '2', text],
        [4, '2', other],
      ],
    );

  it('is asked about where it relies on an action that is not there', async () => {
    expect(await refers('Done via action #4.')).toEqual([
      'action-missing #3 2032: “action #4”: #4 has none?',
    ]);
    expect(await refers('Well. Action: As #4.')).toEqual(['action-missing #3 2032: “As #4”: #4 has none?']);
    expect(await refers('Done via action #4.', 'Ten came. Action: Ask again.')).toEqual([]);
  });

  it('is asked about with the earlier action, where only the earlier year has one', async () => {
    expect(await refers('Done via action #4.', 'Ten came.', 'Action: Paint the gate. In green.')).toEqual([
      'action-earlier #3 2032: “action #4”: #4 had “Paint the gate” in 2031?',
      'action-vanished #4 2032: “Paint the gate” of 2031: what became of it?',
    ]);
  });

  it('is asked about where there is no such objective', async () => {
    expect(await refers('Serves objectives 4 & 9.')).toEqual([
      'row-missing #3 2032: “objectives 4 & 9”: there is no 9?',
    ]);
  });

  it('is left alone where the row is there, and where a number is no reference', async () => {
    expect(await refers('As #4, serving objective 4.')).toEqual([]);
    expect(await refers('Action 4 of 9 in 2032, with 40 people.')).toEqual([]);
  });
});

describe('what an earlier year announced', () => {
  it('is asked about where nothing more is said of an action', async () => {
    const before: readonly Noted[] = [[3, '2', 'Action: Paint the green gate. Soon.']];
    expect(await asked(before, [plain])).toEqual([
      'action-vanished #3 2032: “Paint the green gate” of 2031: what became of it?',
    ]);
    expect(await asked(before, [[3, '2', 'The green gate is wide.']])).toEqual([
      'action-unclear #3 2032: “Paint the green gate” of 2031: 2032 has “The green gate is wide”?',
    ]);
    expect(await asked(before, [[3, '2', 'Paint for the gate will be bought.']])).toEqual([]);
  });

  it('is asked about where what it waited for is reported elsewhere in the section', async () => {
    const before: readonly Noted[] = [
      [3, '2', 'Planting cannot proceed until the rota exists.'],
      [4, '2', 'Ten.'],
      [1, '2', 'Ten.'],
    ];
    const done = 'The rota has been written.';
    const after = (there: number): readonly Noted[] =>
      [1, 3, 4].map((number): Noted => [number, '2', number === there ? done : 'Ten.']);
    expect(await asked(before, after(4))).toEqual([
      'wait-over #3 2032: “until the rota exists” of 2031: #4 has “The rota has been written”?',
    ]);
    expect(await asked(before, after(1))).toEqual([]);
  });
});

describe('a comment that stands on the previous one', () => {
  const same = "As per previous year's comment.";

  it('is asked about where the score moved', async () => {
    expect(await asked([plain], [[3, '3', same]])).toEqual([
      "previous-but-moved #3 2032: 2 to 3 with “As per previous year's comment” of 2031?",
    ]);
  });

  it('is asked about where the previous one is empty or only an agreed standard', async () => {
    for (const text of ['', 'An agreed standard of 2.']) {
      expect(await asked([[3, '2', text]], [[3, '2', same]])).toEqual([
        "previous-without-words #3 2032: “As per previous year's comment”, but 2031 says nothing?",
      ]);
    }
  });

  it('is asked about where the previous one announces something', async () => {
    expect(
      await asked([[3, '2', 'The hall is used once it is open to all, we hope.']], [[3, '2', same]]),
    ).toEqual(['previous-promise #3 2032: “once it is open to all” of 2031: has it happened?']);
  });

  it('is left alone where the previous one has a comment and the score is the same', async () => {
    expect(await asked([plain], [[3, '2', same]])).toEqual([]);
  });
});

describe('the questions of a pack', () => {
  it('decide which kinds are looked for', async () => {
    const rules = gardenFiles['challenges.json'];
    const silent = packOf({ ...gardenFiles, 'challenges.json': { ...Object(rules), kinds: {} } });
    const { 'challenges.json': _, ...without } = gardenFiles;
    for (const pack of [silent, packOf(without)]) {
      expect((await twoYears(pack, [[3, '2', 'Ten.']], [[3, '3', '']])).asked).toEqual([]);
    }
  });

  it('are refused where they ask for a value that their kind does not have', () => {
    const kinds = { 'rise-without-words': { title: 'Rise', question: 'From {form} to {to}?' } };
    const files = { ...gardenFiles, 'challenges.json': { ...Object(gardenFiles['challenges.json']), kinds } };
    expect(() => packOf(files)).toThrow(Problem);
    expect(() => packOf(files)).toThrow('From {form} to {to}?');
  });

  it('of every kind are tried here', () => {
    expect(Object.keys(garden.challenges.kinds).sort()).toEqual(
      Object.keys(ChallengeQuestions.properties).sort(),
    );
  });

  it('come in order of kind, then of objective', async () => {
    const { asked: list } = await twoYears(
      garden,
      [
        [4, '2', ''],
        [3, '2', ''],
      ],
      [
        [4, '3', 'A 3 is defined as Well.'],
        [3, '3', ''],
      ],
    );
    expect(list.map(({ kind, objective }: Asked) => [kind, objective])).toEqual([
      ['rise-without-words', 3],
      ['rise-on-criterion-alone', 4],
    ]);
  });
});
