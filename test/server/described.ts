import { Type } from 'typebox';
import { matches, mismatches } from '../../src/kernel/schema.ts';
import type { Get } from './served.ts';

/** A JSON object of any form. */
export type Json = { readonly [key: string]: unknown };

const text = Type.String({ minLength: 1 });
const Content = Type.Record(
  Type.String(),
  Type.Object({ schema: Type.Object({}), example: Type.Optional(Type.Unknown()) }),
);
const Response = Type.Object({ description: text, content: Type.Optional(Content) });
const Operation = Type.Object({
  operationId: text,
  summary: text,
  tags: Type.Array(text, { minItems: 1 }),
  parameters: Type.Optional(
    Type.Array(
      Type.Object({
        name: text,
        in: Type.Union([Type.Literal('query'), Type.Literal('path'), Type.Literal('header')]),
        description: Type.Optional(text),
        required: Type.Optional(Type.Boolean()),
        schema: Type.Object({}),
        example: Type.Optional(Type.Unknown()),
      }),
    ),
  ),
  requestBody: Type.Optional(Type.Object({ content: Content })),
  responses: Type.Record(
    Type.String({ pattern: '^[2-5]\\d\\d$' }),
    Type.Union([Type.Object({ $ref: text }), Response]),
  ),
});
const OpenApi = Type.Object({
  openapi: Type.Literal('3.1.0'),
  info: Type.Object({ title: text, version: text, description: text }),
  tags: Type.Array(Type.Object({ name: text, description: text })),
  components: Type.Object({
    schemas: Type.Record(Type.String(), Type.Object({})),
    responses: Type.Record(Type.String(), Response),
  }),
  paths: Type.Record(
    Type.String({ pattern: '^/' }),
    Type.Object({
      get: Type.Optional(Operation),
      put: Type.Optional(Operation),
      post: Type.Optional(Operation),
    }),
  ),
});

/** The description of the JSON addresses, checked to be one, with its operations in order. */
export async function describedBy(get: Get) {
  const answer = await get('/api/v1/openapi.json');
  const described: unknown = answer.json();
  const [first] = mismatches(OpenApi, described);
  if (!matches(OpenApi, described)) throw new Error(`not OpenAPI: ${first?.path} ${first?.message}`);
  const { components } = described;
  const operations = Object.entries(described.paths).flatMap(([path, { get: read, put, post }]) =>
    Object.entries({ GET: read, PUT: put, POST: post }).flatMap(([method, operation]) => {
      if (operation === undefined) return [];
      const responses = Object.entries(operation.responses).map(([status, response]) => {
        const name = '$ref' in response ? (response.$ref.split('/').at(-1) ?? '') : '';
        const meant = '$ref' in response ? components.responses[name] : response;
        if (meant === undefined) throw new Error(`${operation.operationId}: no ${name}`);
        return [status, meant] as const;
      });
      return [{ ...operation, path, method, responses: Object.fromEntries(responses) }];
    }),
  );
  return { document: described, components, operations };
}
export type Described = Awaited<ReturnType<typeof describedBy>>['operations'][number];
