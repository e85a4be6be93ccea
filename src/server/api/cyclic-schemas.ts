const componentsPath = '#/components/schemas/';

type Json = { readonly [key: string]: unknown };

/**
 * A schema in which every part that refers to itself is out of reach of the generator, which would lose it.
 * What cannot be seen is marked with `x-` names, and `openCycles` brings it back.
 */
export function hideCycles(schema: unknown): unknown {
  return walk(schema, (part) => {
    if (part['$defs'] === undefined && part['$ref'] === undefined) return part;
    const { $defs, $ref, $id: _, ...rest } = part;
    return {
      ...rest,
      ...($ref === undefined ? {} : { 'x-ref': $ref }),
      ...($defs === undefined ? {} : { 'x-defs': $defs }),
    };
  });
}

/** A document with the hidden parts as components, and references to them; other references are left alone. */
export function openCycles<Document extends object>(document: Document): Document {
  const components = new Map<string, unknown>();
  const open = (part: Json): Json => {
    const { 'x-ref': reference, 'x-defs': definitions, ...rest } = part;
    if (isJson(definitions))
      for (const [name, definition] of Object.entries(definitions))
        components.set(name, withoutId(definition));
    return reference === undefined ? rest : { ...rest, $ref: `${componentsPath}${String(reference)}` };
  };
  const opened = walk(document, open);
  const schemas = Object.fromEntries(
    [...components].map(([name, definition]) => [name, walk(definition, open)]),
  );
  const held = isJson(opened) && isJson(opened['components']) ? opened['components'] : {};
  const before = isJson(held['schemas']) ? held['schemas'] : {};
  return Object.assign({}, document, opened, { components: { ...held, schemas: { ...before, ...schemas } } });
}

/** A copy in which every object is changed, the inner ones first. */
function walk(value: unknown, change: (part: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (!isJson(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, change)])));
}

function withoutId(definition: unknown): unknown {
  if (!isJson(definition)) return definition;
  const { $id: _, ...rest } = definition;
  return rest;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
