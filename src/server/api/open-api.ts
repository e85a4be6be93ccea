import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { factorPrefix } from '../../pages/frame/view-state.ts';
import { apiExamples } from './api-examples.ts';
import { circumstancePatterns } from './api-routes.ts';
import { completeDescription } from './complete-description.ts';
import { openCycles } from './cyclic-schemas.ts';
import { operationTags } from './operation-tags.ts';

const circumstances = {
  name: 'circumstances',
  in: 'query',
  description: `Circumstances for a what-if, each as a parameter of its own: ${factorPrefix}ID=yes, no or unknown.`,
  style: 'form',
  explode: true,
  schema: { type: 'object', additionalProperties: false, patternProperties: circumstancePatterns },
} as const;

const mark = 'x-circumstances';

/** How the description of the JSON addresses is made: OpenAPI 3.1, from the schemas of the routes. */
export const openApi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Headroom',
      description: [
        'Feasible targets, ceilings and trends from a maturity self-assessment.',
        'All that the pages show is here as JSON. Whatever goes wrong is a problem document (RFC 9457) with a catalogued code.',
        'Every answer that can be read has an ETag; If-None-Match saves sending it again. A change of a row names the version that it was made from, in the body or as If-Match: where somebody else changed the row meanwhile, the answer is 409 ROW_CHANGED with both versions, never 412.',
        'A change has to come from Headroom itself: a program sends Origin with the address of the server.',
      ].join(' '),
      version: '1',
    },
    tags: [...operationTags],
  },
  // A query with names by pattern is left out by the generator: it is marked here, and gets its parameter below.
  transform: ({ schema, url }) => {
    const query: unknown = schema?.querystring;
    const views = typeof query === 'object' && query !== null && 'patternProperties' in query;
    return { schema: views ? { ...schema, [mark]: true } : schema, url };
  },
  transformObject: (document) => {
    if (!('openapiObject' in document)) return document.swaggerObject;
    const { openapiObject } = document;
    for (const path of Object.values(openapiObject.paths ?? {})) {
      for (const operation of [path?.get, path?.put, path?.post]) {
        if (operation === undefined) continue;
        if (mark in operation) operation.parameters?.push(circumstances);
        Reflect.deleteProperty(operation, mark);
        operation.parameters?.sort((a, b) => rank(a) - rank(b));
      }
    }
    return Object.assign({}, openapiObject, completeDescription(openCycles(openapiObject), apiExamples()));
  },
};

/** Parameters of the path first. */
function rank(parameter: object): number {
  return 'in' in parameter && parameter.in === 'path' ? 0 : 1;
}
