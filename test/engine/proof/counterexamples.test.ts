import { describe, expect, it } from 'vitest';
import { proveRules } from '../../../src/app/rules/prove-rules.ts';
import { testRules } from '../../../src/app/rules/test-rules.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { type Changes, withPack } from '../../pack/allotment.ts';
import { brokenPacks } from '../../pack/broken.ts';

const brokenPack = (name: string): Changes => {
  const found = brokenPacks.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no pack ${name}`);
  return found.changes;
};

const leads = '{ "fact": "path", "operator": "in", "value": ["leads", "aimed"] }';
const leadsNot = '{ "fact": "path", "operator": "notIn", "value": ["leads", "aimed"] }';
const roomIs = (operator: string) => `{ "fact": "room", "operator": "${operator}", "value": 1 }`;

const courseOnlyWithLittleRoom: Changes = {
  'targets.json': [
    [leads, `${leads}, ${roomIs('equal')}`],
    [leadsNot, `{ "any": [${leadsNot}, ${roomIs('greaterThan')}] }`],
  ],
};
const goesOnByItself: Changes = {
  'targets.json': [['"stance": "open"', '"stance": "advance"']],
};
const silenceCaps: Changes = {
  'ceilings.json': [
    [
      '{ "fact": "said.hours", "operator": "equal", "value": "stated" }',
      '{ "fact": "said.hours", "operator": "equal", "value": "stated" }, { "fact": "said.neighbours", "operator": "equal", "value": "none" }',
    ],
  ],
};

/** Packs that break a property, the property, and what rules test says of the case. */
const broken: readonly (readonly [string, Changes, string, object])[] = [
  [
    'a target that falls when there is more room',
    courseOnlyWithLittleRoom,
    'lifting',
    { what: 'target', expected: '1', seen: '0' },
  ],
  [
    'a target that falls, in a pack whose cases have no words for it',
    brokenPack('lifting-lowers-with-room'),
    'lifting',
    { what: 'target', expected: '1', seen: '0' },
  ],
  ['a level for nothing', goesOnByItself, 'missing', { what: 'target', expected: '0', seen: '1' }],
  ['a limit from silence', silenceCaps, 'missing', { what: 'ceiling', expected: '2', seen: '0' }],
  [
    'a target above its ceiling',
    brokenPack('target-above-its-ceiling'),
    'bounds',
    { what: 'target', expected: '0', seen: '1' },
  ],
  [
    'two target rules for one case',
    brokenPack('targets-overlap-at-one-level'),
    'one-rule',
    { what: 'rule', expected: '"at-the-ceiling" alone', seen: '["at-the-ceiling","extra"]' },
  ],
];

const proofs = new Map<Changes, ReturnType<typeof proveRules>>();

/** The counterexample of a property that proving a changed pack gives; each is proven once. */
async function counterexample(changes: Changes, property: string) {
  const proof = proofs.get(changes) ?? withPack(changes, (folder) => proveRules(folder));
  proofs.set(changes, proof);
  const found = (await proof).packs[0]?.counterexamples.find((each) => each.property === property);
  if (found === undefined) throw new Error(`${property} was not found out`);
  return found;
}

/** The small pack, changed, with a case of its own. */
const withCase = (changes: Changes, each: unknown): Changes => ({
  ...changes,
  'cases/counterexample.json': JSON.stringify({ cases: [each] }),
});

describe('a counterexample', () => {
  it.each(broken)(
    'of %s, put into cases/, comes out there as it was found',
    async (_, changes, property, seen) => {
      const found = await counterexample(changes, property);
      expect(found.case).not.toBeNull();
      const { packs } = await withPack(withCase(changes, found.case), (folder) => testRules(folder));
      const failed = packs[0]?.otherwise.find((each) => each.case === `counterexample-${property}`);
      expect(failed?.sentence).toBe(found.sentence);
      expect(failed?.differences).toContainEqual(seen);
    },
  );

  it('comes out as expected when the rules are mended', async () => {
    const found = await counterexample(goesOnByItself, 'missing');
    const { packs } = await withPack(withCase({}, found.case), (folder) => testRules(folder));
    expect(packs[0]?.otherwise).toEqual([]);
  });

  it('of a case that no target rule is for is refused there as one that none covers', async () => {
    const changes = brokenPack('targets-with-a-gap');
    const found = await counterexample(changes, 'one-rule');
    expect(found.case?.given).toEqual({ objective: 1, score: '0', comment: '' });
    const answered = withPack(withCase(changes, found.case), (folder) => testRules(folder));
    await expect(answered).rejects.toThrow(Problem);
    await expect(answered).rejects.toThrow('the case that none covers');
  });

  it('is as plain as can be: nothing can be taken away', async () => {
    expect((await counterexample(courseOnlyWithLittleRoom, 'lifting')).facts).toEqual({
      objective: 1,
      score: '0',
      path: 'leads',
      'factor.shared-shed': 'yes',
      'said.neighbours': 'stated, at level 1',
    });
    expect((await counterexample(goesOnByItself, 'missing')).facts).toEqual({ objective: 1, score: '0' });
  });

  it('stands without a case where the pack has no words that say it', async () => {
    const found = await counterexample(brokenPack('targets-overlap'), 'one-rule');
    expect(found.facts).toEqual({ objective: 1, score: '0', path: 'maintains' });
    expect(found.case).toBeNull();
  });
});
