import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { factorPrefix } from '../pages/view-state.ts';
import { circumstancePatterns } from './api-routes.ts';
import { openCycles } from './cyclic-schemas.ts';

const circumstances = {
  name: 'circumstances',
  in: 'query',
  description: `Circumstances for a what-if, each as a parameter of its own: ${factorPrefix}ID=yes, no or unknown.`,
  style: 'form',
  explode: true,
  schema: { type: 'object', additionalProperties: false, patternProperties: circumstancePatterns },
} as const;

/** How the description of the JSON addresses is made: OpenAPI 3.1, from the schemas of the routes. */
export const openApi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Headroom',
      description: 'Feasible targets, ceilings and trends from a maturity self-assessment.',
      version: '1',
    },
    tags: [
      { name: 'files', description: 'Files to take away.' },
      { name: 'headroom', description: 'What the pages show.' },
      { name: 'panels', description: 'One organisation beside others.' },
      { name: 'charts', description: 'Pictures and their figures.' },
      { name: 'health', description: 'Whether the server can answer.' },
    ],
  },
  // A query with names by pattern is left out by the generator: it gets its parameter here. Files are as recorded.
  transformObject: (document) => {
    if (!('openapiObject' in document)) return document.swaggerObject;
    const { openapiObject } = document;
    for (const path of Object.values(openapiObject.paths ?? {})) {
      const parameters = path?.get?.parameters;
      const asRecorded = path?.get?.tags?.some((tag) => tag === 'files' || tag === 'panels') === true;
      const views = parameters?.some(
        (one) => 'name' in one && one.name === 'period' && 'in' in one && one.in === 'query',
      );
      if (!asRecorded && views === true) parameters?.push(circumstances);
      parameters?.sort((a, b) => rank(a) - rank(b));
    }
    return openCycles(openapiObject);
  },
};

/** Parameters of the path first. */
function rank(parameter: object): number {
  return 'in' in parameter && parameter.in === 'path' ? 0 : 1;
}
