import { createHash } from 'node:crypto';

/** Bytes that pass through, and the SHA-256 of them once they have passed. */
export interface Hashed {
  readonly chunks: Generator<Buffer>;
  /** In lower-case hex; to be asked once, at the end. */
  readonly sha256: () => string;
}

/** Takes the SHA-256 of bytes on their way. */
export function hashed(chunks: Iterable<Buffer>): Hashed {
  const hash = createHash('sha256');
  return {
    chunks: (function* () {
      for (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    })(),
    sha256: () => hash.digest('hex'),
  };
}
