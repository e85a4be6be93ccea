import { describe, expect, test } from 'vitest';
import {
  addAccount,
  changePassword,
  changeRole,
  listAccounts,
  removeAccount,
} from '../../../src/app/access/accounts.ts';
import { withWorkspace } from '../fixture.ts';

const password = 'seven quiet lanterns';
const ada = { name: 'Ada Lane', role: 'editor', password, by: 'cli' } as const;

describe('accounts', () => {
  test('are added, changed and removed with the journal telling who did so, and nothing secret', async () => {
    await withWorkspace(async (workspace) => {
      await addAccount(workspace, ada);
      changeRole(workspace, { name: 'ada lane', role: 'viewer', by: 'ops' });
      await changePassword(workspace, { name: 'ADA LANE', password: 'another three words', by: 'ops' });
      expect(listAccounts(workspace)).toMatchObject([{ name: 'Ada Lane', role: 'viewer', by: 'cli' }]);
      removeAccount(workspace, { name: 'Ada Lane', by: 'ops' });
      expect(listAccounts(workspace)).toEqual([]);
      const entries = workspace.records.journal({ limit: 4 });
      expect(entries.map(({ action, by, subject }) => [action, by, subject])).toEqual([
        ['remove-account', 'ops', 'Ada Lane'],
        ['change-account', 'ops', 'Ada Lane'],
        ['change-account', 'ops', 'Ada Lane'],
        ['add-account', 'cli', 'Ada Lane'],
      ]);
      expect(JSON.stringify(entries)).not.toContain('scrypt');
    });
  });

  test('are one for each name, in whatever capitals', async () => {
    await withWorkspace(async (workspace) => {
      await addAccount(workspace, ada);
      await expect(addAccount(workspace, { ...ada, name: ' ADA  lane ' })).rejects.toMatchObject({
        code: 'ACCOUNT_EXISTS',
      });
    });
  });

  test('are refused with names and passwords that will not do', async () => {
    await withWorkspace(async (workspace) => {
      for (const name of ['', '  ', 'a\nb\u0007', '<script>', 'x'.repeat(81), 'a\u202Eb'])
        await expect(addAccount(workspace, { ...ada, name }), name).rejects.toMatchObject({
          code: 'BAD_VALUE',
        });
      for (const weak of ['', 'short', 'aaaaaaaaaaaaaaaa', 'ada lane ada lane', 'x1y2z'.repeat(41)])
        await expect(addAccount(workspace, { ...ada, password: weak }), weak).rejects.toMatchObject({
          code: 'PASSWORD_WEAK',
        });
      expect(listAccounts(workspace)).toEqual([]);
    });
  });

  test('that nobody has cannot be changed', async () => {
    await withWorkspace((workspace) => {
      expect(() => removeAccount(workspace, { name: 'Zoe', by: 'cli' })).toThrow('No such account');
      expect(() => changeRole(workspace, { name: 'Zoe', role: 'editor', by: 'cli' })).toThrow('none yet');
    });
  });
});
