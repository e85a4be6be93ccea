import { crc32, inflateRawSync } from 'node:zlib';
import { documentLimits } from './document-table.ts';
import { FileFault } from './file-fault.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The files of a ZIP package, inflated: never more bytes than the limit, each file's checksum proven, and no byte of
 * the package used by two of them.
 * @throws FileFault FILE_DAMAGED, FILE_TOO_LARGE, FILE_PROTECTED
 */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const files = new Map<string, Uint8Array>();
    let room: number = documentLimits.inflated;
    let free = 0;
    for (const entry of [...directory(view, bytes)].sort((a, b) => a.offset - b.offset)) {
      const start = dataStart(view, bytes, entry);
      if (entry.offset < free) throw damaged(`${entry.name} lies inside another part`);
      if (files.has(entry.name)) throw damaged(`${entry.name} is there twice`);
      free = start + entry.packed;
      const content = inflate(bytes.subarray(start, free), entry, room);
      room -= content.length;
      files.set(entry.name, content);
    }
    return files;
  } catch (thrown) {
    if (thrown instanceof FileFault) throw thrown;
    throw damaged('its parts cannot be found or unpacked');
  }
}

function directory(view: DataView, bytes: Uint8Array): readonly Entry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > documentLimits.entries)
    throw new FileFault('FILE_TOO_LARGE', `${count} parts`, {
      allowed: `at most ${documentLimits.entries} parts`,
    });
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw damaged('its list of parts is broken');
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new FileFault('FILE_PROTECTED', 'encrypted parts');
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: text(bytes, at + 46, length),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged('its end is missing');
}

function dataStart(view: DataView, bytes: Uint8Array, { name, offset, packed }: Entry): number {
  const length = view.getUint16(offset + 26, true);
  const start = offset + 30 + length + view.getUint16(offset + 28, true);
  if (view.getUint32(offset, true) !== 0x04034b50 || text(bytes, offset + 30, length) !== name)
    throw damaged(`${name} is not where the list of parts says`);
  if (start + packed > bytes.length) throw damaged(`${name} is cut off`);
  return start;
}

function inflate(packed: Uint8Array, { name, method, crc, size }: Entry, room: number): Uint8Array {
  if (size > room || (method === 0 && packed.length > room)) throw tooLarge();
  if (method !== 0 && method !== 8) throw damaged(`${name} is packed in an unknown way`);
  const content = method === 0 ? packed : inflateWithin(packed, name, room);
  if (content.length !== size || crc32(content) !== crc) throw damaged(`${name} is not what was packed`);
  return content;
}

function inflateWithin(packed: Uint8Array, name: string, room: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw damaged(`${name} cannot be unpacked`);
  }
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(start, start + length));
}

function damaged(seen: string): FileFault {
  return new FileFault('FILE_DAMAGED', seen);
}

function tooLarge(): FileFault {
  const megabytes = documentLimits.inflated / 1024 / 1024;
  return new FileFault('FILE_TOO_LARGE', `more than ${megabytes} MB when it is unpacked`, {
    allowed: `at most ${megabytes} MB`,
  });
}
