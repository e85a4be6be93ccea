import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

// Of the size of Vega: 9 takes a tenth of the time of 11, for 6% more bytes.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const forms = {
  br: (content: string) => brotli(content, quality),
  gzip: (content: string) => zip(content, { level: 9 }),
} as const;

/** Sends a text that does not change, compressed as the browser takes it (brotli, gzip, or as it is); each form is made once, when it is first asked for. */
export function compressed(
  content: string,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const made = new Map<string, Promise<Buffer>>();
  return async (request, reply) => {
    reply.header('vary', 'accept-encoding');
    const form = acceptedForm(request.headers['accept-encoding'] ?? '');
    if (form === null) return reply.send(content);
    const body = made.get(form) ?? forms[form](content);
    made.set(form, body);
    return reply.header('content-encoding', form).send(await body);
  };
}

/** The best form that a browser takes; null for as it is. A weight of 0 refuses. */
export function acceptedForm(header: string): keyof typeof forms | null {
  const taken = header
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*/))
    .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null;
}
