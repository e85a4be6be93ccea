import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { Effects } from '../../kernel/effects.ts';
import { asProblem, Problem, problemCatalogue } from '../../kernel/problem.ts';
import { problemPage } from '../../pages/problem-page.ts';
import { UnknownNames } from '../asked/query.ts';
import { problemPlace } from './problem-place.ts';

/** A problem as programs get it: RFC 9457, with the catalogued code and the parts of its sentence. */
export const ProblemDocument = Type.Object(
  {
    type: Type.String({ description: 'urn:headroom:problem: and the code.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'The whole sentence for the user.' }),
    code: Type.String({ description: 'A code of docs/problems.md.' }),
    file: Type.Optional(Type.String()),
    place: Type.Optional(Type.String()),
    seen: Type.Optional(Type.String()),
    allowed: Type.Optional(Type.String()),
    repair: Type.String(),
    data: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'What the sentence cannot hold, such as both versions of a row.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type ProblemDocument = Readonly<Static<typeof ProblemDocument>>;

/** The media type of a problem. */
export const problemType = 'application/problem+json';

/** What telling a problem needs. */
export interface ProblemTelling {
  readonly workspace: Workspace;
  /** Keeps a form that was refused; none unless said. */
  readonly keepRefusal?: (request: FastifyRequest, problem: Problem) => string | null;
}

/** Answers with a problem, or for a form that was refused with where it is shown: a page for a browser, JSON for a program. What went wrong inside is logged, never sent. */
export function replyWithProblem(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { workspace, keepRefusal = () => null }: ProblemTelling,
): FastifyReply {
  const again = request.refusal?.problem;
  const problem =
    thrown === again && again !== undefined ? again : tellableProblem(thrown, workspace.effects);
  const isPage = wantsPage(request);
  const elsewhere = isPage ? (pageWithout(thrown, request) ?? keepRefusal(request, problem)) : null;
  if (elsewhere !== null) {
    for (const name of ['retry-after', 'www-authenticate', 'allow']) reply.removeHeader(name);
    return reply.redirect(elsewhere, isRead(request) ? 302 : 303);
  }
  reply.code(problem.status).header('cache-control', 'no-store');
  if (isPage)
    return reply
      .type('text/html; charset=utf-8')
      .send(problemPage(problem, problemPlace(request, problem, workspace)));
  return reply.type(problemType).send(problemDocument(problem));
}

/** The address of a page without the names that it does not take; null where something else is wrong. */
function pageWithout(thrown: unknown, request: FastifyRequest): string | null {
  if (!(thrown instanceof UnknownNames) || !isRead(request)) return null;
  const [path = '/', query = ''] = request.url.split('?');
  const rest = [...new URLSearchParams(query)].filter(([name]) => !thrown.names.includes(name));
  return rest.length === 0 ? path : `${path}?${new URLSearchParams(rest)}`;
}

function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** A problem as its JSON document. */
export function problemDocument(problem: Problem): ProblemDocument {
  const { code, status, message, detail } = problem;
  return {
    type: `urn:headroom:problem:${code}`,
    title: problemCatalogue[code].title,
    status,
    detail: message,
    code,
    ...detail,
  };
}

/** Any thrown value as a problem: ours as it is, the framework's by its status. */
function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem || !(thrown instanceof Error) || !('statusCode' in thrown))
    return asProblem(thrown);
  switch (thrown.statusCode) {
    case 400:
    case 431:
      return new Problem('BAD_VALUE', {
        seen: thrown.message,
        repair: 'Check the address and what you send.',
      });
    case 404:
    case 414:
      return new Problem('UNKNOWN_PAGE', { repair: 'Start again from the front page, /.' });
    case 413:
      return new Problem('BODY_TOO_LARGE', {
        repair:
          'Nothing was kept. Shorten the longest text, and send it again; in a browser, go back: what you typed is still there.',
      });
    case 415:
      return new Problem('BODY_TYPE', { repair: 'Send a body of a type that the address takes.' });
    default:
      return asProblem(thrown);
  }
}

/** Any thrown value as what may be told: what went wrong inside is logged and left out. */
export function tellableProblem(thrown: unknown, effects: Effects): Problem {
  const problem = problemOf(thrown);
  if (problem.code !== 'INTERNAL') return problem;
  const { cause } = problem;
  effects.log(cause instanceof Error ? (cause.stack ?? cause.message) : problem.message);
  return new Problem('INTERNAL', { repair: 'Please report this, with the address and what you did.' });
}

/** Whether a request is a browser's for a page. */
export function wantsPage(request: FastifyRequest): boolean {
  if (/^\/(api|charts|health|assets)(\/|$)/.test(request.url)) return false;
  const accept = request.headers.accept ?? '*/*';
  return accept.includes('text/html') || !accept.includes('json');
}
