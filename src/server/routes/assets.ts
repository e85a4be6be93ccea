import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { copyScript } from '../../pages/copy-script.ts';
import { iconFile } from '../../pages/icon-file.ts';
import { stylesheet } from '../../pages/stylesheet.ts';

/** Styles, icon and script: the only files that pages load beside charts. */
export function assetsRoutes(app: FastifyInstance): void {
  const { text, path } = stylesheet();
  app.get(path, { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(text),
  );
  const script = copyScript();
  app.get(script.path, { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(script.text),
  );
  const icon = readFileSync(iconFile);
  // A browser asks for the second where it shows a picture by itself.
  for (const address of ['/assets/headroom.svg', '/favicon.ico'])
    app.get(address, { schema: { hide: true } }, (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
    );
}
