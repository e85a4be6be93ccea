import { statfsSync } from 'node:fs';

/** How SQLite keeps a change safe: `wal` lets others read meanwhile, `delete` works on network drives too. */
export type JournalMode = 'wal' | 'delete';

/** The file systems, by the number that Linux gives them, that other machines can share or that lack shared memory. */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2
  0x01021997, // 9P
  0x65735546, // FUSE: sshfs, shared folders of virtual machines
  0x5346414f, // AFS
  0x00c36400, // Ceph
  0x0bd00bd0, // Lustre
  0x01161970, // GFS 2
  0x7461636f, // OCFS 2
  0x47504653, // GPFS
]);

/**
 * The journal mode that a folder allows: `delete` on a network drive, where write-ahead logging can lose data
 * (https://www.sqlite.org/wal.html), else `wal`. A drive of Windows or macOS that does not show what it is counts as local.
 */
export function journalModeFor(folder: string): JournalMode {
  if (process.platform === 'win32') return /^[\\/]{2}/.test(folder) ? 'delete' : 'wal';
  if (process.platform !== 'linux') return 'wal';
  return isNetworkType(statfsSync(folder).type) ? 'delete' : 'wal';
}

/** Whether a file system of this number (Linux, `statfs`) can be shared by machines. */
export function isNetworkType(type: number): boolean {
  return networkTypes.has(type >>> 0);
}
