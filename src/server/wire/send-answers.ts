import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { wireForm } from './wire-form.ts';

/** The headers of an answer that depend on its content. */
const contentHeaders = [
  'content-type',
  'content-disposition',
  'etag',
  'vary',
  'cache-control',
  'content-length',
] as const;

/**
 * Sends every answer as it should go over the wire. What can be asked for again (JSON, charts, files, assets) gets a
 * strong entity tag from its content, and 304 with no body where the asker has that content. Text is compressed.
 * Pages stay `no-store` and have no tag: they hold forms, and nobody should see them after signing out. What a route
 * tags itself (a row, by its version) is left alone: such a tag serves If-Match, and comes again with other content
 * where an assessment is discarded and opened anew.
 */
export function sendAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(body) || body.byteLength === 0 || reply.hasHeader('content-encoding'))
      return payload;
    const headers = headersOf(reply);
    const form = await wireForm(request.headers, { headers, body, tagged: isTagged(request, reply) });
    for (const name of contentHeaders) reply.removeHeader(name);
    reply.headers(form.headers);
    if (form.status === 304) reply.code(304);
    return form.body;
  });
}

/** The headers that a reply has for its content. */
export function headersOf(reply: FastifyReply): Readonly<Record<string, string>> {
  return Object.fromEntries(
    contentHeaders.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined || name === 'content-length' ? [] : [[name, String(value)]];
    }),
  );
}

function isTagged({ method, url }: FastifyRequest, reply: FastifyReply): boolean {
  const read = method === 'GET' || method === 'HEAD';
  const type = String(reply.getHeader('content-type') ?? '');
  return read && reply.statusCode === 200 && !type.startsWith('text/html') && !url.startsWith('/health');
}
