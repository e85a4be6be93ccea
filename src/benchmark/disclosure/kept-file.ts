import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { Type } from 'typebox';
import { matches } from '../../kernel/schema.ts';

/** Where something that was worked out is kept, and what it was worked out from. */
export interface KeptPlace {
  /** The folder of the panel. */
  readonly folder: string;
  /** The name of the file in it, without its ending. */
  readonly name: string;
  /** A hash of all that it depends on. */
  readonly key: string;
}

/** The folder beside a panel's tables in which is kept what takes long to work out; it can be taken away at any time. */
export const keptFolder = 'decided';

const Head = Type.Object({ key: Type.String(), sha256: Type.String() }, { additionalProperties: false });

/** What is kept under a key; null where there is nothing, or it is another's, damaged, or a link to another place. */
export function readKept({ folder, name, key }: KeptPlace): Buffer | null {
  const file = join(folder, keptFolder, `${name}.kept`);
  try {
    if (!lstatSync(join(folder, keptFolder)).isDirectory() || !lstatSync(file).isFile()) return null;
    const content = readFileSync(file);
    const end = content.indexOf('\n');
    const head: unknown = JSON.parse(content.toString('utf8', 0, end));
    const body = content.subarray(end + 1);
    if (!matches(Head, head) || head.key !== key || head.sha256 !== sumOf(key, body)) return null;
    return zstdDecompressSync(body);
  } catch {
    return null;
  }
}

/** Whether something is kept under a key; that it is whole is known only when it is read. */
export function isKept({ folder, name, key }: KeptPlace): boolean {
  try {
    const head = readFileSync(join(folder, keptFolder, `${name}.kept`)).subarray(0, 400);
    const said: unknown = JSON.parse(head.toString('utf8').split('\n')[0] ?? '');
    return matches(Head, said) && said.key === key;
  } catch {
    return false;
  }
}

/** Keeps something; where that cannot be done, it is worked out anew the next time. */
export function writeKept({ folder, name, key }: KeptPlace, content: Uint8Array): void {
  const file = join(folder, keptFolder, `${name}.kept`);
  const temporary = `${file}.${process.pid}-${threadId}.tmp`;
  try {
    mkdirSync(join(folder, keptFolder));
  } catch {
    // It is there, or the panel is not.
  }
  try {
    if (!lstatSync(join(folder, keptFolder)).isDirectory()) return;
    const body = zstdCompressSync(content);
    const head = Buffer.from(`${JSON.stringify({ key, sha256: sumOf(key, body) })}\n`);
    writeFileSync(temporary, Buffer.concat([head, body]), { flag: 'wx', mode: 0o600 });
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function sumOf(key: string, body: Uint8Array): string {
  return createHash('sha256').update(key).update(body).digest('hex');
}
