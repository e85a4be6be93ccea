import { type ProblemCode, problemCatalogue } from '../../kernel/problem.ts';
import { ProblemDocument, problemType } from '../wire/problem-reply.ts';
import type { ApiExamples } from './api-examples.ts';
import { asTagged } from './operation-tags.ts';

type Json = { readonly [key: string]: unknown };

const schemas = '#/components/schemas/';
/** Those that only the command line can meet. */
const notServed: readonly ProblemCode[] = [
  'USAGE',
  'BIND_REFUSED',
  'PORT_TAKEN',
  'FILE_EXISTS',
  'FILE_UNWRITABLE',
];
/** What a request can meet before its own route is asked. */
const fromAny = ['406', '421', '500'];
const entityTag = {
  description:
    'Of the content of the answer; of a row its version. Send it back as If-None-Match or If-Match.',
  schema: { type: 'string' },
  example: '"yMhD2nLzQ1yS1xXk0nEw5A"',
};
const ifNoneMatch = {
  name: 'if-none-match',
  in: 'header',
  required: false,
  description:
    'The ETag of the answer that you hold: where it still is the answer, 304 comes without a body.',
  schema: { type: 'string' },
  example: entityTag.example,
};

/**
 * The description of the JSON addresses with all that is the same for many of them: answers and problems as components
 * with names, the catalogued codes of each status, conditional requests, tags by what an address is about, and examples.
 */
export function completeDescription(
  document: object,
  { parameters, operations, problems }: ApiExamples,
): object {
  const named = new Map<string, string>();
  const components = new Map<string, unknown>(
    Object.entries(within(within(document, 'components'), 'schemas')),
  );
  components.set('Problem', ProblemDocument);
  const statuses = new Set<string>();

  const refer = (schema: unknown, id: string): unknown => {
    const text = JSON.stringify(schema);
    if (!isJson(schema) || schema['$ref'] !== undefined || Object.keys(schema).length === 0) return schema;
    const short = id.replace(/^[a-z]+/, '');
    const name =
      named.get(text) ??
      [short, `${id[0]?.toUpperCase()}${id.slice(1)}`].find((one) => !components.has(one)) ??
      id;
    named.set(text, name);
    components.set(name, schema);
    return { $ref: `${schemas}${name}` };
  };
  const complete = (path: string, method: string, operation: Json): Json => {
    const id = String(operation['operationId']);
    const example = operations[id];
    const read = method === 'get' && !path.startsWith('/health');
    const given = Array.isArray(operation['parameters']) ? operation['parameters'].filter(isJson) : [];
    const asked = given.map((one) => {
      const name = String(one['name']);
      const shown = parameters[`${id}.${name}`] ?? parameters[name];
      return shown === undefined ? one : { ...one, example: shown };
    });
    const responses = within(operation, 'responses');
    const failing = [...Object.keys(responses).filter((status) => status !== '200'), ...fromAny];
    for (const status of failing) statuses.add(status);
    const ok = within(responses, '200');
    const content = Object.entries(within(ok, 'content')).map(([type, media]) => {
      const schema = refer(within(media, 'schema'), id);
      const shows = type === 'application/json' && example !== undefined;
      return [type, { schema, ...(shows ? { example: example.answer } : {}) }];
    });
    return {
      ...asTagged(path, operation),
      ...(asked.length === 0 && !read ? {} : { parameters: read ? [...asked, ifNoneMatch] : asked }),
      ...(operation['requestBody'] === undefined ? {} : { requestBody: bodyWith(operation, example?.body) }),
      responses: {
        200: {
          ...ok,
          ...(read || versioned(given) ? { headers: { ETag: entityTag } } : {}),
          content: Object.fromEntries(content),
        },
        ...(read ? { 304: { description: 'You hold the answer already: If-None-Match has its ETag.' } } : {}),
        ...Object.fromEntries(
          failing.toSorted().map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
        ),
      },
    };
  };
  const paths = Object.entries(within(document, 'paths')).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(isJson(methods) ? methods : {}).map(([method, operation]) => [
        method,
        isJson(operation) ? complete(path, method, operation) : operation,
      ]),
    ),
  ]);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...within(document, 'components'),
      schemas: Object.fromEntries(components),
      responses: Object.fromEntries(
        [...statuses]
          .toSorted()
          .map((status) => [`Problem${status}`, problemResponse(status, problems[status])]),
      ),
    },
  };
}

/** A problem of a status, with the codes that it can have; a mistake of ours makes the server not ready too. */
function problemResponse(status: string, example: unknown): Json {
  const codes = Object.entries(problemCatalogue).flatMap(([code, kind]) =>
    (String(kind.status) === status || (status === '503' && kind.status === 500)) &&
    !notServed.some((one) => one === code)
      ? [{ code, title: kind.title }]
      : [],
  );
  return {
    description: `A problem: ${codes.map(({ code, title }) => `${code} (${title.toLowerCase()})`).join(', ')}.`,
    content: {
      [problemType]: {
        schema: {
          allOf: [
            { $ref: `${schemas}Problem` },
            { type: 'object', properties: { code: { enum: codes.map(({ code }) => code) } } },
          ],
        },
        ...(example === undefined ? {} : { example }),
      },
    },
  };
}

function bodyWith(operation: Json, example: unknown): Json {
  const body = within(operation, 'requestBody');
  const content = Object.entries(within(body, 'content')).map(([type, media]) => [
    type,
    { ...(isJson(media) ? media : {}), ...(example === undefined ? {} : { example }) },
  ]);
  return { ...body, content: Object.fromEntries(content) };
}

function versioned(parameters: readonly Json[]): boolean {
  return parameters.some(({ name }) => name === 'if-match');
}

function within(value: unknown, name: string): Json {
  const found = isJson(value) ? value[name] : undefined;
  return isJson(found) ? found : {};
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
