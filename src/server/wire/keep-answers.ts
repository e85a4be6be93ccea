import { randomBytes } from 'node:crypto';
import type { OutgoingHttpHeader } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { presentState } from '../../app/workspace/present-state.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { type Person, stranger } from '../access/person.ts';
import { keptBodies } from './kept-bodies.ts';
import { headersOf } from './send-answers.ts';
import { type FinishedAnswer, wireForm } from './wire-form.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether its answers depend on nothing but the address, who asks, and `presentState`: then they are kept. */
    readonly keeps?: boolean;
  }
  interface FastifyRequest {
    /** What its answer is to be kept as; null where it is not. */
    keeping: Keeping | null;
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

/** So much is kept in all; an answer counts with what it is compressed to. */
const mostBytes = 64 * 1024 * 1024;
const bytesOf = ({ body }: FinishedAnswer) => 1.5 * body.byteLength + 2048;

/**
 * Keeps the finished answers of routes that say so, as long as all that they depend on stays as it is: a view that was
 * looked at before costs a look-up, and one that several ask for at once is worked out once. What one visitor is answered
 * goes to no other, and the tokens of forms are new each time. Refusals, errors and redirects are not kept.
 * Comes after the hooks that say who may ask, and before `sendAnswers`.
 */
export function keepAnswers(app: FastifyInstance, workspace: Workspace): void {
  const kept = keptBodies(mostBytes, bytesOf);
  const begun = new Map<string, Promise<void>>();
  /** Stands in a kept page where a token goes; nobody is sent it. */
  const mark = randomBytes(64).toString('base64url');
  let keptAt: string | null = null;
  let turn: { readonly state: string | null } | null = null;
  app.decorateRequest('keeping', null);

  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.routeOptions.config.keeps !== true) return;
    // What was taken out of the address is for this request alone: the form that was refused before.
    if (request.originalUrl !== request.url) return;
    const person = request.person ?? stranger;
    const name = JSON.stringify([request.host, request.url, person.visitor]);
    for (let state = stateAtArrival(request); ; state = presentState(workspace)) {
      if (state === null || state !== keptAt) kept.clear();
      keptAt = state;
      const answer = kept.get(name);
      if (answer !== undefined) {
        const body = withTokens(answer.body, person);
        const form = await wireForm(request.headers, body === answer.body ? answer : { ...answer, body });
        // Without the hooks and checks of a reply, all of which this answer has been through.
        reply.hijack();
        const headers: OutgoingHttpHeader[] = [];
        for (const [header, value] of Object.entries({ ...reply.getHeaders(), ...form.headers }))
          if (value !== undefined) headers.push(header, value);
        reply.raw.writeHead(form.status, headers);
        reply.raw.end(form.body);
        return reply;
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
      kept.keep(keeping.name, finished(reply, body));
    keeping.done();
    return withTokens(body, keeping.person);
  });

  /**
   * The state after a request arrived. All that arrived over sockets before one look for more are taken in one turn of the
   * event loop, so that one reading does for them; a reading lasts no longer than that turn.
   */
  function stateAtArrival({ raw }: FastifyRequest): string | null {
    if (!(raw.socket instanceof Socket)) return presentState(workspace);
    if (turn === null) {
      turn = { state: presentState(workspace) };
      setImmediate(() => {
        turn = null;
      });
    }
    return turn.state;
  }

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

function finished(reply: FastifyReply, body: Buffer): FinishedAnswer {
  const headers = headersOf(reply);
  return { headers, body, tagged: headers['content-type']?.startsWith('text/html') === false };
}
