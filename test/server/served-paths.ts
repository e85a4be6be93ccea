import type { FastifyInstance } from 'fastify';

/** The addresses that can be read, such as `/:organisation/capped`, from the tree that the server prints of its routes. */
export function servedPaths(app: FastifyInstance): readonly string[] {
  const trail: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = ''] = /^([^\w/:]*)(\S+) \(/.exec(line) ?? [];
      if (part === '') return [];
      const depth = indent.length / 4 - 1;
      trail.splice(depth, trail.length, part);
      return /\(GET/.test(line) ? [`/${trail.join('')}`.replace(/\/{2,}/g, '/')] : [];
    });
}
