import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asProblem, Problem } from '../../kernel/problem.ts';
import { notText, textOf } from './text-of.ts';

/** What a form brings, by field. */
export type FormFields = Readonly<Record<string, string>>;

/** Lets the routes of a plugin take forms, which other routes refuse. */
export function takeForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (_request, body, done) => {
      try {
        done(null, fieldsIn(textOf(body)));
      } catch (thrown) {
        done(asProblem(thrown));
      }
    },
  );
}

/** Whether a request says that its body is a form, with or without a file. */
export function isFormBody({ headers }: FastifyRequest): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data';
}

/** The fields as they were sent, if each is text. @throws Problem BAD_VALUE that names the field */
function fieldsIn(text: string): URLSearchParams {
  for (const pair of text.split('&')) {
    const at = pair.indexOf('=');
    const [name, value] = at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    if (!isText(name)) throw notText('form');
    if (!isText(value)) throw notText(decodeURIComponent(name).slice(0, 80));
  }
  return new URLSearchParams(text);
}

function isText(escaped: string): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

/**
 * The fields of a form, each once.
 * @param api where programs send the same, below /api/v1
 * @throws Problem BODY_TYPE, BAD_VALUE
 */
export function formFields(body: unknown, api: string): FormFields {
  if (!(body instanceof URLSearchParams))
    throw new Problem('BODY_TYPE', {
      seen: 'another type',
      allowed: 'application/x-www-form-urlencoded',
      repair: `Programs send JSON to /api/v1${api}.`,
    });
  const names = [...body.keys()];
  const again = names.find((name, index) => names.indexOf(name) !== index);
  if (again !== undefined) throw unusableForm(`${again.slice(0, 80)}, more than once`);
  return Object.fromEntries(body);
}

/** The problem of a form that no page of ours sends. */
export function unusableForm(seen: string): Problem {
  return new Problem('BAD_VALUE', {
    place: 'form',
    seen,
    allowed: 'a form of this page',
    repair: 'Load the page again, and use its forms.',
  });
}
