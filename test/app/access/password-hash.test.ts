import { expect, test } from 'vitest';
import { passwordHash, passwordMatches } from '../../../src/app/access/password-hash.ts';

test('a password is kept with a salt of its own and what a guess costs, never as it is', async () => {
  const [one, two] = await Promise.all([
    passwordHash('seven quiet lanterns'),
    passwordHash('seven quiet lanterns'),
  ]);
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(two);
  expect(await passwordMatches('seven quiet lanterns', one)).toBe(true);
  expect(await passwordMatches('seven quiet lantern', one)).toBe(false);
});

test('one password is the same in whatever form it is typed', async () => {
  const kept = await passwordHash('caf\u00E9 caf\u00E9 caf\u00E9');
  expect(await passwordMatches('cafe\u0301 cafe\u0301 cafe\u0301', kept)).toBe(true);
});

test('nothing matches where nothing is kept, or what is kept is damaged', async () => {
  for (const kept of [undefined, '', '$scrypt$', '$scrypt$ln=15,r=8,p=3$x$y'])
    expect(await passwordMatches('', kept)).toBe(false);
});
