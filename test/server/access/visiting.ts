import { scryptSync } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import type { Role } from '../../../src/model/account.ts';
import type { Access } from '../../../src/server/access/access.ts';
import { addressList } from '../../../src/server/access/addresses.ts';
import { createApp } from '../../../src/server/app.ts';
import { rules, sources, withWorkspace } from '../../app/fixture.ts';

/** The password of everybody here. */
export const password = 'seven quiet lanterns';

/** Where people reach the server. */
export const origin = 'https://headroom.example.org';

/** People sign in; the proxy says from where. */
export const accounts: Access = {
  kind: 'accounts',
  proxies: addressList('--trust-proxy', ['10.0.0.5']),
  secure: true,
};

/** A browser: it keeps cookies, and says where its requests come from. */
export interface Browser {
  readonly cookies: Map<string, string>;
  readonly get: (url: string, headers?: Headers) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, fields: Fields, headers?: Headers) => Promise<LightMyRequestResponse>;
  /** Signs in through the page, as a person does. */
  readonly signIn: (name: string, more?: Fields) => Promise<LightMyRequestResponse>;
  /** A token of the forms on a page. */
  readonly token: (url: string) => Promise<string>;
}
type Headers = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, string>>;

/** A server with access, and what a test needs to visit it. */
export interface Visited {
  readonly workspace: Workspace;
  readonly browser: (address?: string) => Browser;
  readonly inject: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly pass: (minutes: number) => void;
  readonly log: readonly string[];
}

/** A server of the invented return that knows an editor, Ada, and a viewer, Ben. */
export function visit<T>(work: (visited: Visited) => Promise<T>, access: Access = accounts): Promise<T> {
  let now = Date.parse('2026-01-05T09:00:00Z');
  const log: string[] = [];
  const effects = { now: () => new Date(now), log: (line: string) => log.push(line) };
  return withWorkspace(
    async (workspace) => {
      for (const [name, role] of [
        ['Ada', 'editor'],
        ['Ben', 'viewer'],
      ] as const)
        if (access.kind === 'accounts') addCheaply(workspace, name, role);
      const app = await createApp(workspace, { port: () => 8080, access, origin });
      const inject = async (options: InjectOptions) => await app.inject(options);
      try {
        return await work({
          workspace,
          inject,
          log,
          pass: (minutes) => {
            now += minutes * 60_000;
          },
          browser: (address = '192.0.2.1') => browserAt(address, inject),
        });
      } finally {
        await app.close();
      }
    },
    { rules, sources, effects },
  );
}

/** Lets somebody sign in with a hash that costs little, so that tests are quick. */
export function addCheaply({ records }: Workspace, name: string, role: Role): void {
  const salt = Buffer.alloc(16, 7);
  const hash = scryptSync(password, salt, 32, { N: 16, r: 1, p: 1 });
  const kept = `$scrypt$ln=4,r=1,p=1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
  records.access.addAccount({ key: name.toLowerCase(), name, role, password: kept }, 'cli');
}

/** The first token among the forms of a page; none is `''`. */
export function tokenIn(html: string): string {
  return /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

function browserAt(remoteAddress: string, inject: Visited['inject']): Browser {
  const cookies = new Map<string, string>();
  const ask = async (options: InjectOptions, headers: Headers) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await inject({
      ...options,
      remoteAddress,
      headers: {
        host: 'headroom.example.org',
        accept: 'text/html,*/*;q=0.8',
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
      },
    });
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    return answer;
  };
  const get: Browser['get'] = (url, headers = {}) => ask({ method: 'GET', url }, headers);
  const post: Browser['post'] = async (url, fields, headers = {}) => {
    const answer = await ask(
      { method: 'POST', url, payload: new URLSearchParams(fields).toString() },
      {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
    );
    // A browser goes on to the page that shows a form which was refused.
    const to = String(answer.headers.location ?? '');
    const here = [url.split('?')[0], '/'].includes(to.split('?')[0]);
    return answer.statusCode === 303 && here && to.includes('refused=') ? get(to, headers) : answer;
  };
  const token: Browser['token'] = async (url) => tokenIn((await get(url)).body);
  return {
    cookies,
    get,
    post,
    token,
    signIn: async (name, { next = '/', ...more } = {}) =>
      post(`/sign-in?${new URLSearchParams({ next })}`, {
        csrf: await token('/sign-in'),
        name,
        password,
        ...more,
      }),
  };
}
