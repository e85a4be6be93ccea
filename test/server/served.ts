import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import type { Workspace, WorkspaceOptions } from '../../src/app/workspace/workspace.ts';
import { createApp } from '../../src/server/app.ts';
import { withWorkspace } from '../app/fixture.ts';

/** The project's own rules and its example. */
export const example: Partial<WorkspaceOptions> = {
  rules: join(projectFolder, 'rules'),
  sources: join(projectFolder, 'data/sources'),
};

/** Asks the server as a browser on this machine does, unless the headers say otherwise. */
export type Get = (
  url: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<LightMyRequestResponse>;

/** What a test of the server works on. */
export interface Running {
  readonly app: FastifyInstance;
  readonly get: Get;
  readonly workspace: Workspace;
  /** What the server told the person who runs it. */
  readonly log: readonly string[];
}

/** A server of a new workspace with the example, or as the options say, answering on port 8080 in name only. */
export function withServer<T>(
  work: (running: Running) => Promise<T>,
  options: Partial<WorkspaceOptions> = example,
): Promise<T> {
  return withWorkspace(async (workspace, log) => {
    const app = await createApp(workspace, { port: () => 8080 });
    const get: Get = (url, headers = {}) =>
      app.inject({
        method: 'GET',
        url,
        headers: { host: 'localhost:8080', accept: 'text/html,*/*;q=0.8', ...headers },
      });
    try {
      return await work({ app, get, workspace, log });
    } finally {
      await app.close();
    }
  }, options);
}

/** A page's words without its tags, runs of white space as one blank. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** Sends a form as the page itself does, unless the headers say otherwise. */
export function sendForm(
  { app }: Pick<Running, 'app'>,
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:8080',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  });
}

/** The answer to a form; where it was refused, the page that shows it, as a browser goes on to it. */
export async function shownAfter(
  app: FastifyInstance,
  sent: Promise<LightMyRequestResponse>,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const answer = await sent;
  const url = String(answer.headers.location ?? '');
  if (answer.statusCode !== 303 || !url.includes('refused=')) return answer;
  return app.inject({
    method: 'GET',
    url,
    headers: { host: 'localhost:8080', accept: 'text/html,*/*;q=0.8', ...headers },
  });
}
