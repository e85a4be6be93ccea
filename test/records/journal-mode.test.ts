import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { isNetworkType, journalModeFor } from '../../src/records/journal-mode.ts';

test('file systems that machines share are known, with numbers as Linux gives them', () => {
  const nfs = 0x6969;
  const cifs = 0xff534d42;
  const [ext4, btrfs, tmpfs, overlay] = [0xef53, 0x9123683e, 0x01021994, 0x794c7630];
  expect([nfs, cifs, cifs | 0].map(isNetworkType)).toEqual([true, true, true]);
  expect([ext4, btrfs, tmpfs, overlay].map(isNetworkType)).toEqual([false, false, false, false]);
});

test('a local folder takes write-ahead logging', () => {
  expect(journalModeFor(tmpdir())).toBe('wal');
});
