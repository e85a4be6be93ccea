import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { presentState } from '../app/present-state.ts';
import type { Workspace } from '../app/workspace.ts';
import { type Person, stranger } from './access/person.ts';
import { keptBodies } from './kept-bodies.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether its answers depend on nothing but the address, who asks, and `presentState`: then they are kept. */
    readonly keeps?: boolean;
  }
  interface FastifyRequest {
    /** What its answer is to be kept as; null where it is not. */
    keeping: Keeping | null;
    /** Whether the same bytes go out to whoever asks next. */
    repeats: boolean;
  }
}

/** An answer that is being worked out, and that others wait for. */
interface Keeping {
  readonly name: string;
  readonly state: string | null;
  readonly person: Person;
  /** Says that it has been worked out, or will not be. */
  readonly done: () => void;
}

/** A finished answer. */
interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const mostBytes = 48 * 1024 * 1024;
/** What is counted of an answer beside its body. */
const overhead = 1024;
/** The headers that a route gives its answer; all others are made for each request. */
const ownHeaders = ['content-type', 'content-disposition', 'etag'] as const;

/**
 * Keeps the finished answers of routes that say so, as long as all that they depend on stays as it is: a view that was
 * looked at before costs a look-up, and one that several ask for at once is worked out once. What one visitor is answered
 * goes to no other, and the tokens of forms are new each time. Refusals, errors and redirects are not kept.
 * Comes after the hooks that say who may ask, and before `sendAnswers`.
 */
export function keepAnswers(app: FastifyInstance, workspace: Workspace): void {
  const kept = keptBodies<KeptAnswer>(mostBytes, ({ body }) => body.byteLength + overhead);
  const begun = new Map<string, Promise<void>>();
  /** Stands in a kept page where a token goes; nobody is sent it. */
  const mark = randomBytes(64).toString('base64url');
  let keptAt: string | null = null;
  app.decorateRequest('keeping', null);
  app.decorateRequest('repeats', false);

  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.routeOptions.config.keeps !== true) return;
    const person = request.person ?? stranger;
    const { name: who, role, signsOut } = person.visitor;
    const name = JSON.stringify([request.host, request.url, who, role, signsOut]);
    for (;;) {
      const state = presentState(workspace);
      if (state === null || state !== keptAt) kept.clear();
      keptAt = state;
      const answer = kept.get(name);
      if (answer !== undefined) {
        const body = withTokens(answer.body, person);
        request.repeats = body === answer.body;
        return reply.headers(answer.headers).send(body);
      }
      const other = begun.get(`${name} ${state}`);
      if (other === undefined) return begin(request, reply, { name, state, person });
      await other;
    }
  });

  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const { keeping } = request;
    if (keeping === null) return payload;
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(body)) {
      keeping.done();
      return payload;
    }
    const still = keeping.state !== null && presentState(workspace) === keeping.state;
    if (reply.statusCode === 200 && still && keeping.state === keptAt)
      kept.keep(keeping.name, { headers: ownOf(reply), body });
    keeping.done();
    const sent = withTokens(body, keeping.person);
    request.repeats = sent === body;
    return sent;
  });

  function begin(request: FastifyRequest, reply: FastifyReply, keeping: Omit<Keeping, 'done'>): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    const key = `${keeping.name} ${keeping.state}`;
    const done = () => {
      if (begun.get(key) === promise) begun.delete(key);
      resolve();
    };
    begun.set(key, promise);
    request.keeping = { ...keeping, done };
    // Where nothing is ever sent, those who wait begin themselves.
    reply.raw.once('close', done);
    const { visitor } = keeping.person;
    if (visitor.token() !== null)
      request.person = { ...keeping.person, visitor: { ...visitor, token: () => mark } };
  }

  function withTokens(body: Buffer, { visitor }: Person): Buffer {
    if (visitor.token() === null || !body.includes(mark)) return body;
    return Buffer.from(body.toString().replaceAll(mark, () => visitor.token() ?? ''));
  }
}

function ownOf(reply: FastifyReply): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ownHeaders.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}
