import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../src/records/restore.ts';
import { emptyFolder, fixedEffects, opened } from './workspace.ts';

const account = { key: 'ada', name: 'Ada', role: 'editor', password: '$scrypt$of-hers' } as const;
const session = {
  token: 'hash',
  previous: null,
  form: 'secret-of-forms',
  account: 'ada',
  used: '2026-01-05T09:00:00.000Z',
  rotated: '2026-01-05T09:00:00.000Z',
  ends: '2026-01-05T21:00:00.000Z',
  idle: 3600,
};

test('a backup has the accounts and no visit; restoring it ends every visit', () => {
  const folder = emptyFolder();
  const backup = join(emptyFolder(), 'kept.sqlite');
  const records = opened(folder);
  records.access.addAccount(account, 'cli');
  records.access.startSession(session);
  records.backup(backup);
  expect(records.access.session('hash')).toMatchObject({ name: 'Ada', role: 'editor' });
  const copy = new DatabaseSync(backup, { readOnly: true });
  expect(copy.prepare('SELECT name FROM account').all()).toHaveLength(1);
  expect(copy.prepare('SELECT * FROM session').all()).toEqual([]);
  copy.close();
  restoreBackup(backup, folder, fixedEffects(), 'cli');
  expect(records.access.session('hash')).toBeUndefined();
  expect(records.access.accounts()).toMatchObject([{ name: 'Ada' }]);
});

test('a file with visits that was copied by hand brings none', () => {
  const [from, to] = [emptyFolder(), emptyFolder()];
  const records = opened(from);
  records.access.addAccount(account, 'cli');
  records.access.startSession(session);
  records.close();
  restoreBackup(join(from, 'headroom.sqlite'), to, fixedEffects(), 'cli');
  expect(opened(to).access.session('hash')).toBeUndefined();
});

test('a visit ends with its account, and one that is over goes when the next begins', () => {
  const records = opened(emptyFolder());
  records.access.addAccount(account, 'cli');
  records.access.startSession(session);
  records.access.startSession({ ...session, token: 'later', used: '2026-01-06T09:00:00.000Z' });
  expect(records.access.session('hash')).toBeUndefined();
  expect(records.access.session('later')).toBeDefined();
  records.access.removeAccount('ada', 'cli');
  expect(records.access.session('later')).toBeUndefined();
});

test('of two requests that give a visit a new token, one does', () => {
  const records = opened(emptyFolder());
  records.access.addAccount(account, 'cli');
  records.access.startSession(session);
  const at = '2026-01-05T10:00:00.000Z';
  expect([
    records.access.rotateSession('hash', 'a', at),
    records.access.rotateSession('hash', 'b', at),
  ]).toEqual([true, false]);
  expect(records.access.session('hash')?.token).toBe('a');
});

test('a visit leaves the state as it is; each change of what is kept gives it another, by whatever program', () => {
  const folder = emptyFolder();
  const records = opened(folder);
  const other = opened(folder);
  const states = [records.state()];
  const change = (work: () => void) => {
    work();
    states.push(records.state());
    expect(records.state()).toBe(states.at(-1));
  };
  change(() => records.access.addAccount(account, 'cli'));
  change(() => other.access.addAccount({ ...account, key: 'ben', name: 'Ben' }, 'cli'));
  change(() => records.putWording({ framework: 'any', objective: 1, level: 1, lines: ['All.'] }, 'Ada'));
  expect(new Set(states).size).toBe(4);
  records.access.startSession(session);
  records.access.useSession('hash', '2026-01-05T09:02:00.000Z');
  records.access.rotateSession('hash', 'next', '2026-01-05T10:02:00.000Z');
  records.access.endSession('next');
  expect(records.state()).toBe(states.at(-1));
});
