import type { Described } from './described.ts';

type Json = { readonly [key: string]: unknown };

/**
 * A client in TypeScript for a described server: a type for each component, and a method for each operation that takes
 * its path, query, headers and body and gives its answer, or throws its problem.
 */
export function clientSource(schemas: Json, operations: readonly Described[]): string {
  const types = Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
  const methods = operations.map((operation) => {
    const { operationId, summary, method, path, parameters = [], requestBody, responses } = operation;
    const part = (where: string) => {
      const own = parameters.filter((one) => one.in === where && one.name !== 'circumstances');
      const fields = own.map(
        ({ name, required, schema }) => `${key(name)}${required ? '' : '?'}: ${typeOf(schema)}`,
      );
      if (where === 'query' && parameters.some(({ name }) => name === 'circumstances'))
        fields.push("[circumstance: `factor.${string}`]: 'yes' | 'no' | 'unknown'");
      const optional = own.every(({ required }) => required !== true) ? '?' : '';
      return fields.length === 0
        ? []
        : [`${where === 'header' ? 'headers' : where}${optional}: { ${fields.join('; ')} }`];
    };
    const body = requestBody?.content['application/json'];
    const asked = [
      ...part('path'),
      ...part('query'),
      ...part('header'),
      ...(body === undefined ? [] : [`body: ${typeOf(body.schema)}`]),
    ];
    const optional = asked.every((each) => /^\w+\?:/.test(each));
    const answer = typeOf(responses['200']?.content?.['application/json']?.schema);
    return [
      `/** ${summary} */`,
      `${operationId}: (asked: { ${asked.join('; ')} }${optional ? ' = {}' : ''}) =>`,
      `  send<${answer}>('${method}', '${path}', asked),`,
    ].join('\n');
  });
  return `${types.join('\n')}\n${runtime}\nexport function client(base: string) {\n${sending}\nreturn {\n${methods.join('\n')}\n};\n}\n`;
}

const runtime = `
interface Asked {
  readonly path?: object;
  readonly query?: object;
  readonly headers?: object;
  readonly body?: unknown;
}
export interface Answer<Body> {
  readonly status: number;
  readonly etag: string | null;
  /** Null where the asker has it already (304). */
  readonly body: Body | null;
}
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}`;

const sending = `async function send<Body>(method: string, path: string, asked: Asked): Promise<Answer<Body>> {
  const given = new Map(Object.entries(asked.path ?? {}));
  const url = new URL(path.replace(/\\{(\\w+)\\}/g, (_, name: string) => encodeURIComponent(String(given.get(name)))), base);
  for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.set(name, String(value));
  const headers = new Headers({ accept: 'application/json, application/problem+json', ...asked.headers });
  if (method !== 'GET') headers.set('origin', url.origin);
  if (asked.body !== undefined) headers.set('content-type', 'application/json');
  const body = asked.body === undefined ? null : JSON.stringify(asked.body);
  const response = await fetch(url, { method, headers, body });
  const { status } = response;
  if (status >= 400) throw new Refused((await response.json()) as Problem);
  return { status, etag: response.headers.get('etag'), body: status === 304 ? null : ((await response.json()) as Body) };
}`;

/** A schema as a type; what it does not bound is unknown. */
function typeOf(schema: unknown): string {
  if (!isJson(schema)) return 'unknown';
  const {
    $ref,
    anyOf,
    allOf,
    const: only,
    enum: among,
    type,
    items,
    additionalProperties,
    patternProperties,
  } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'unknown';
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(among)) return among.map((each) => JSON.stringify(each)).join(' | ') || 'never';
  if (Array.isArray(anyOf)) return `(${anyOf.map(typeOf).join(' | ')})`;
  if (Array.isArray(allOf)) return `(${allOf.map(typeOf).join(' & ')})`;
  if (type === 'array') {
    if (Array.isArray(items)) return `readonly [${items.map(typeOf).join(', ')}]`;
    return `readonly (${typeOf(items)})[]`;
  }
  if (type !== 'object') return type === 'integer' ? 'number' : typeof type === 'string' ? type : 'unknown';
  const needed = Array.isArray(schema['required']) ? schema['required'] : [];
  const properties = isJson(schema['properties']) ? Object.entries(schema['properties']) : [];
  const fields = properties.map(
    ([name, inner]) => `readonly ${key(name)}${needed.includes(name) ? '' : '?'}: ${typeOf(inner)}`,
  );
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  const pattern = isJson(patternProperties) ? Object.values(patternProperties)[0] : undefined;
  if (pattern === undefined && additionalProperties === false) return 'Record<string, never>';
  return `{ readonly [name: string]: ${typeOf(pattern ?? additionalProperties)} }`;
}

function key(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : `'${name}'`;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
