import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { iconFile } from '../../pages/frame/icon-file.ts';
import { scripts } from '../../pages/frame/scripts.ts';
import { stylesheet } from '../../pages/frame/stylesheet.ts';

const forever = 'public, max-age=31536000, immutable';

/** Styles, scripts and icon: the only files that pages load. */
export function assetsRoutes(app: FastifyInstance): void {
  const { text, path } = stylesheet();
  const serve = (address: string, type: string, content: string) => {
    const bytes = Buffer.from(content);
    app.get(address, { schema: { hide: true } }, (_request, reply) =>
      reply.type(type).header('cache-control', forever).send(bytes),
    );
  };
  serve(path, 'text/css; charset=utf-8', text);
  const { folder, files } = scripts();
  for (const [name, script] of files) serve(`${folder}/${name}`, 'text/javascript; charset=utf-8', script);
  const icon = readFileSync(iconFile);
  // A browser asks for the second where it shows a picture by itself.
  for (const address of ['/assets/headroom.svg', '/favicon.ico'])
    app.get(address, { schema: { hide: true } }, (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
    );
}
