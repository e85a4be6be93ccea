import { randomBytes } from 'node:crypto';

/** A name beside a file, for what will have that file's name once it is finished; no other program uses it. */
export function temporaryName(file: string): string {
  return `${file}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
}
