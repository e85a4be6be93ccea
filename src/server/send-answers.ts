import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding, type Encoding, encode, encodings, isText } from './encode-answer.ts';
import { keptBodies } from './kept-bodies.ts';

const mostKept = 16 * 1024 * 1024;
const suffix = new RegExp(`-(${encodings.join('|')})"$`);

/**
 * Sends every answer as it should go over the wire. What can be asked for again (JSON, charts, files, assets) gets a
 * strong entity tag from its content, and 304 with no body where the asker has that content. Text is compressed.
 * Pages stay `no-store` and have no tag: they hold forms, and nobody should see them after signing out. What a route
 * tags itself (a row, by its version) is left alone: such a tag serves If-Match, and comes again with other content
 * where an assessment is discarded and opened anew.
 */
export function sendAnswers(app: FastifyInstance): void {
  const kept = keptBodies<Buffer>(mostKept, ({ byteLength }) => byteLength);
  const hashes = new WeakMap<Buffer, string>();
  const hashOf = (body: Buffer) => {
    const hash = hashes.get(body) ?? createHash('sha256').update(body).digest('base64url').slice(0, 22);
    hashes.set(body, hash);
    return hash;
  };
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(body) || body.byteLength === 0 || reply.hasHeader('content-encoding'))
      return payload;
    const type = String(reply.getHeader('content-type') ?? '');
    if (isText(type)) reply.header('vary', varied(reply));
    if (reply.hasHeader('etag')) return payload;
    const encoding = chooseEncoding(request.headers, type, body.byteLength);
    const tagged = isTagged(request, reply, type);
    const tag = tagged || request.repeats ? tagOf(hashOf(body), encoding) : null;
    if (tagged && tag !== null) {
      if (reply.getHeader('cache-control') === 'no-store') reply.header('cache-control', 'private, no-cache');
      reply.header('etag', tag);
      if (isHeld(request.headers['if-none-match'], tag)) {
        for (const name of ['content-type', 'content-length', 'content-disposition'])
          reply.removeHeader(name);
        reply.code(304);
        return null;
      }
    }
    if (encoding === null) return payload;
    const once = String(reply.getHeader('cache-control')).includes('immutable');
    const made = (tag === null ? undefined : kept.get(tag)) ?? (await encode(body, encoding, once));
    if (tag !== null) kept.keep(tag, made);
    reply.removeHeader('content-length').header('content-encoding', encoding);
    return made;
  });
}

function isTagged({ method, url }: FastifyRequest, { statusCode }: FastifyReply, type: string): boolean {
  const read = method === 'GET' || method === 'HEAD';
  return read && statusCode === 200 && !type.startsWith('text/html') && !url.startsWith('/health');
}

/** A strong tag: bytes in another encoding are another representation (RFC 9110, 8.8.3.3). */
function tagOf(hash: string, encoding: Encoding | null): string {
  return encoding === null ? `"${hash}"` : `"${hash}-${encoding}"`;
}

/** Whether one of the tags that a browser has is of this content, in whatever encoding. */
function isHeld(asked: string | undefined, tag: string): boolean {
  if (asked === undefined) return false;
  if (asked.trim() === '*') return true;
  const bare = (written: string) => written.trim().replace(/^W\//, '').replace(suffix, '"');
  return asked.split(',').some((one) => bare(one) === bare(tag));
}

function varied(reply: FastifyReply): string {
  const before = String(reply.getHeader('vary') ?? '');
  return before === '' ? 'accept-encoding' : `${before}, accept-encoding`;
}
