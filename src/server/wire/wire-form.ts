import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { chooseEncoding, type Encoding, encode, encodings, isText } from './encode-answer.ts';

/** A finished answer, before it is known how an asker wants it. */
export interface FinishedAnswer {
  /** Those of its content, in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same bytes in the same buffer are compressed once for each encoding, as long as the buffer is held. */
  readonly body: Buffer;
  /** Whether it gets a strong tag of its content, and 304 where the asker has that. */
  readonly tagged: boolean;
}

/** An answer as it goes over the wire. */
export interface WireForm {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** A form whose body is made when it is first asked for, and once for all who ask meanwhile. */
interface MadeForm {
  readonly encoding: Encoding | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly held: WireForm;
  whole: Promise<WireForm> | null;
}

const suffix = new RegExp(`-(${encodings.join('|')})"$`);
const made = new WeakMap<Buffer, MadeForm[]>();

/**
 * The form of an answer that the headers of a request ask for: compressed or not, or 304 with no body. What a route tagged
 * itself (a row, by its version) goes as it is.
 */
export async function wireForm(asked: IncomingHttpHeaders, answer: FinishedAnswer): Promise<WireForm> {
  const { headers, body } = answer;
  const own = headers['etag'] !== undefined;
  const encoding = own ? null : chooseEncoding(asked, headers['content-type'] ?? '', body.byteLength);
  const forms = made.get(body) ?? [];
  const known = forms.find((one) => one.encoding === encoding);
  const form = known ?? formIn(encoding, answer);
  if (known === undefined) made.set(body, [...forms, form]);
  if (answer.tagged && !own && isHeld(asked['if-none-match'], form.headers['etag'])) return form.held;
  form.whole ??= wholeOf(form, body);
  return form.whole;
}

function formIn(encoding: Encoding | null, { headers, body, tagged }: FinishedAnswer): MadeForm {
  const { vary, etag, 'cache-control': cache = 'no-store' } = headers;
  const tag = etag ?? (tagged ? tagOf(body, encoding) : undefined);
  const text = isText(headers['content-type'] ?? '');
  const kept = {
    ...(text ? { vary: vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding` } : {}),
    ...(tag === undefined ? {} : { etag: tag }),
    'cache-control': tagged && etag === undefined && cache === 'no-store' ? 'private, no-cache' : cache,
  };
  const coded = encoding === null ? {} : { 'content-encoding': encoding };
  return {
    encoding,
    headers: { ...headers, ...kept, ...coded },
    held: { status: 304, headers: kept, body: null },
    whole: null,
  };
}

async function wholeOf({ encoding, headers }: MadeForm, body: Buffer): Promise<WireForm> {
  const often = headers['cache-control']?.includes('immutable') === true;
  const sent = encoding === null ? body : await encode(body, encoding, often);
  return { status: 200, headers: { ...headers, 'content-length': String(sent.byteLength) }, body: sent };
}

/** A strong tag: bytes in another encoding are another representation (RFC 9110, 8.8.3.3). */
function tagOf(body: Buffer, encoding: Encoding | null): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return encoding === null ? `"${hash}"` : `"${hash}-${encoding}"`;
}

/** Whether one of the tags that a browser has is of this content, in whatever encoding. */
function isHeld(asked: string | undefined, tag: string | undefined): boolean {
  if (asked === undefined || tag === undefined) return false;
  if (asked.trim() === '*') return true;
  const bare = (written: string) => written.trim().replace(/^W\//, '').replace(suffix, '"');
  return asked.split(',').some((one) => bare(one) === bare(tag));
}
