import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { matches } from '../../kernel/schema.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { uploadName } from './upload-name.ts';
import { UploadNote, type UploadOutcome, type UploadSettings } from './upload-note.ts';

/** How much is held of files that were sent, and how long: the oldest makes room, and what is older is let go. */
export const uploadLimits = { bytes: 10 * 1024 * 1024, count: 10, minutes: 120 } as const;

/** A file that was sent: its name as the sender has it, and its bytes. */
export interface SentDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a file that was sent, in the workspace, until it is imported, discarded or its time is over.
 * @throws Problem FILE_EMPTY, FILE_TOO_LARGE; WORKSPACE_BROKEN where the folder takes no files
 */
export function keepUpload(
  workspace: Workspace,
  { name: sent, bytes }: SentDocument,
  settings: UploadSettings,
): UploadNote {
  const name = uploadName(sent);
  checkSize(name, bytes);
  const folder = folderOf(workspace);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweepUploads(workspace, uploadLimits.count - 1);
    const token = randomBytes(16).toString('hex');
    const at = workspace.effects.now().toISOString();
    const note: UploadNote = { schema: 1, token, name, size: bytes.length, at, settings, done: null };
    writeFileSync(join(folder, `${token}.bin`), bytes, { mode: 0o600 });
    write(folder, note);
    return note;
  } catch (cause) {
    throw new Problem(
      'WORKSPACE_BROKEN',
      {
        place: 'uploads',
        seen: cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause),
        repair: 'Check that the folder of the workspace can be written to, and has room.',
      },
      { cause },
    );
  }
}

/** What is held of a file that was sent. @throws Problem UPLOAD_GONE */
export function uploadOf(workspace: Workspace, token: string): UploadNote {
  const note = /^[a-f0-9]{32}$/.test(token) ? read(folderOf(workspace), token) : null;
  if (note !== null && !isOver(workspace, note)) return note;
  throw gone();
}

/** The bytes of a file that waits. @throws Problem UPLOAD_GONE where it was imported or let go */
export function uploadedBytes(workspace: Workspace, { token, done }: UploadNote): Uint8Array {
  if (done !== null) throw gone();
  try {
    return readFileSync(join(folderOf(workspace), `${token}.bin`));
  } catch (cause) {
    throw gone(cause);
  }
}

/** Changes what was said of a file that waits. @throws Problem UPLOAD_GONE */
export function changeUpload(workspace: Workspace, token: string, settings: UploadSettings): UploadNote {
  const note = { ...uploadOf(workspace, token), settings };
  if (note.done !== null) throw gone();
  write(folderOf(workspace), note);
  return note;
}

/** Lets the bytes of an imported file go, and keeps what became of it for as long as the file would have been. */
export function settleUpload(workspace: Workspace, note: UploadNote, done: UploadOutcome): UploadNote {
  const settled = { ...note, done };
  const folder = folderOf(workspace);
  write(folder, settled);
  rmSync(join(folder, `${note.token}.bin`), { force: true });
  return settled;
}

/** Lets a file go; one that is gone already stays so. */
export function dropUpload(workspace: Workspace, token: string): void {
  if (!/^[a-f0-9]{32}$/.test(token)) return;
  const folder = folderOf(workspace);
  for (const ending of ['bin', 'json']) rmSync(join(folder, `${token}.${ending}`), { force: true });
}

/** Lets go what is over its time, what cannot be read, and the oldest beyond a count. */
export function sweepUploads(workspace: Workspace, most: number = uploadLimits.count): void {
  const folder = folderOf(workspace);
  const tokens = new Set(namesIn(folder).flatMap((name) => /^([a-f0-9]{32})\./.exec(name)?.[1] ?? []));
  const held = [...tokens].flatMap((token) => {
    const note = read(folder, token);
    if (note !== null && !isOver(workspace, note)) return [note];
    dropUpload(workspace, token);
    return [];
  });
  const oldestFirst = held.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { token } of oldestFirst.slice(0, Math.max(0, held.length - most))) dropUpload(workspace, token);
}

function checkSize(name: string, bytes: Uint8Array): void {
  if (bytes.length === 0)
    throw new Problem('FILE_EMPTY', { file: name, repair: 'Choose a file with content.' });
  if (bytes.length > uploadLimits.bytes)
    throw new Problem('FILE_TOO_LARGE', {
      file: name,
      seen: `${Math.ceil(bytes.length / 1024 / 1024)} MB`,
      allowed: `at most ${uploadLimits.bytes / 1024 / 1024} MB`,
      repair: 'Give the self-assessment alone, without pictures and attachments.',
    });
}

function folderOf({ folder }: Workspace): string {
  return join(folder, 'uploads');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(folder: string, token: string): UploadNote | null {
  try {
    const note: unknown = JSON.parse(readFileSync(join(folder, `${token}.json`), 'utf8'));
    return matches(UploadNote, note) && note.token === token ? note : null;
  } catch {
    return null;
  }
}

function write(folder: string, note: UploadNote): void {
  const file = join(folder, `${note.token}.json`);
  writeFileSync(`${file}.tmp`, JSON.stringify(note), { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

function isOver({ effects }: Workspace, { at }: UploadNote): boolean {
  return effects.now().getTime() - new Date(at).getTime() > uploadLimits.minutes * 60_000;
}

function gone(cause?: unknown): Problem {
  return new Problem(
    'UPLOAD_GONE',
    {
      allowed: `a file that was sent less than ${uploadLimits.minutes / 60} hours ago`,
      repair: 'It was imported, discarded, or its time is over. Send the file again on the page Import.',
    },
    { cause },
  );
}
