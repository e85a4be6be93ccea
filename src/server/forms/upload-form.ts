import type { FastifyInstance } from 'fastify';
import { uploadLimits } from '../../app/upload/held-uploads.ts';
import { asProblem, Problem } from '../../kernel/problem.ts';
import { unusableForm } from './form-fields.ts';
import { notText } from './text-of.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route takes a form with a file; the guard refuses such a form elsewhere. */
    readonly takesFiles?: boolean;
  }
}

/** The kind of body that brings a file. */
export const uploadType = 'multipart/form-data';

const limits = {
  /** The file, and the few fields beside it. */
  kept: uploadLimits.bytes + 64 * 1024,
  /** What is read and let go, so that a browser gets to see why its file is refused. */
  read: 8 * uploadLimits.bytes,
  parts: 20,
} as const;

/** The fields of a form as they were sent, with its file; null where none was chosen. */
export class UploadForm extends URLSearchParams {
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;

  constructor(fields: readonly (readonly [string, string])[], file: UploadForm['file']) {
    super(fields.map(([name, value]): [string, string] => [name, value]));
    this.file = file;
  }
}

/** Lets the routes of a plugin take a form with one file, which other routes refuse. */
export function takeUploads(app: FastifyInstance): void {
  app.addContentTypeParser(uploadType, (request, payload, done) => {
    collected(payload)
      .then((body) => formIn(body, request.headers['content-type'] ?? ''))
      .then(
        (form) => done(null, form),
        (thrown: unknown) => done(asProblem(thrown)),
      );
  });
}

/** All that was sent, as far as it is not too much. @throws Problem FILE_TOO_LARGE */
async function collected(payload: AsyncIterable<unknown>): Promise<Buffer> {
  let size = 0;
  let parts: Buffer[] = [];
  for await (const part of payload) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > limits.kept) parts = [];
    else parts.push(part);
    if (size > limits.read) break;
  }
  if (size <= limits.kept) return Buffer.concat(parts);
  throw new Problem('FILE_TOO_LARGE', {
    seen: `more than ${uploadLimits.bytes / 1024 / 1024} MB`,
    allowed: `at most ${uploadLimits.bytes / 1024 / 1024} MB`,
    repair: 'Give the self-assessment alone, without pictures and attachments.',
  });
}

async function formIn(body: Buffer, type: string): Promise<UploadForm> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || timesIn(body, `--${mark}`) > limits.parts + 1)
    throw unusableForm(mark === undefined ? 'a form without a boundary' : `more than ${limits.parts} fields`);
  const sent = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw unusableForm('a form that is not whole');
  });
  const fields: [string, string][] = [];
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [name, value] of sent) {
    if (typeof value === 'string') {
      if (`${name}${value}`.includes('\uFFFD')) throw notText(name.slice(0, 80));
      fields.push([name, value]);
    } else if (value.size > 0 || value.name !== '') {
      if (name !== 'file' || files.length > 0) throw unusableForm(`a file as ${name.slice(0, 80)}`);
      files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return new UploadForm(fields, files[0] ?? null);
}

function timesIn(body: Buffer, mark: string): number {
  let times = 0;
  for (let at = body.indexOf(mark); at !== -1 && times <= limits.parts + 2; at = body.indexOf(mark, at + 1))
    times += 1;
  return times;
}
