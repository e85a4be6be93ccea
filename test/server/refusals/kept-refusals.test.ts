import { expect, test } from 'vitest';
import { Problem } from '../../../src/kernel/problem.ts';
import { keptRefusals } from '../../../src/server/refusals/kept-refusals.ts';

const limits = { most: 4, ofOne: 2, bytes: 80_000, minutes: 60 };
const refusal = (text = 'x') => ({
  problem: new Problem('BAD_VALUE', { place: 'by', repair: 'Say who.' }),
  fields: { comment: text },
  lost: false,
});

function store() {
  let now = 0;
  const kept = keptRefusals(limits, () => now);
  return {
    kept,
    pass: (minutes: number) => {
      now += minutes * 60_000;
    },
  };
}

test('what is kept is found by who sent it, at its own path alone', () => {
  const { kept } = store();
  const token = kept.keep('Ada', '/a/plan', refusal('mine'));
  expect(kept.find(token, 'Ada', '/a/plan')?.fields).toEqual({ comment: 'mine' });
  expect(kept.find(token, 'Ben', '/a/plan')).toBeNull();
  expect(kept.find(token, 'Ada', '/a/review')).toBeNull();
  expect(kept.find('none', 'Ada', '/a/plan')).toBeNull();
});

test('it is kept for an hour, and until it was sent well by its own sender', () => {
  const { kept, pass } = store();
  const token = kept.keep('Ada', '/', refusal());
  pass(59);
  kept.drop(token, 'Ben');
  expect(kept.find(token, 'Ada', '/')).not.toBeNull();
  const other = kept.keep('Ada', '/', refusal());
  pass(1);
  expect(kept.find(token, 'Ada', '/')).toBeNull();
  kept.drop(other, 'Ada');
  expect(kept.find(other, 'Ada', '/')).toBeNull();
});

test('the oldest of one person makes room for the next, and the oldest of all', () => {
  const { kept } = store();
  const [first, second, third] = [1, 2, 3].map(() => kept.keep('Ada', '/', refusal()));
  const found = (token: string | undefined, owner: string) => kept.find(token ?? '', owner, '/') !== null;
  expect([first, second, third].map((token) => found(token, 'Ada'))).toEqual([false, true, true]);
  const others = ['Ben', 'Cy', 'Di'].map((name) => kept.keep(name, '/', refusal()));
  expect([second, third].map((token) => found(token, 'Ada'))).toEqual([false, true]);
  expect(others.map((token, at) => found(token, ['Ben', 'Cy', 'Di'][at] ?? ''))).toEqual([true, true, true]);
});

test('bytes are bounded: older ones make room, and one that is too long is kept without what was typed', () => {
  const { kept } = store();
  const long = kept.keep('Ada', '/', refusal('x'.repeat(10_000)));
  expect(kept.find(long, 'Ada', '/')).toMatchObject({ fields: {}, lost: true });
  const bounded = keptRefusals({ ...limits, most: 1000, ofOne: 1000 }, () => 0);
  const tokens = Array.from({ length: 20 }, () => bounded.keep('Ada', '/', refusal('x'.repeat(3000))));
  const held = tokens.filter((token) => bounded.find(token, 'Ada', '/') !== null);
  expect(held).toEqual(tokens.slice(-held.length));
  expect(held.length * 7000).toBeLessThanOrEqual(limits.bytes);
  expect(held.length).toBeGreaterThan(8);
});
