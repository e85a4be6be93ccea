import type { TSchema } from 'typebox';
import type { DiagnosticCode } from '../kernel/diagnostics.ts';
import { pointerPart } from '../kernel/json-text.ts';
import { likeliest, shortJson, shortList } from './short-words.ts';

/** One place where a file departs from its schema. */
export interface FormFault {
  readonly code: DiagnosticCode;
  /** JSON pointer; empty for the whole file. */
  readonly path: string;
  readonly seen: string;
  readonly allowed: string;
  readonly repair: string;
}

/** The keywords of JSON Schema with which the models are made. */
interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly minProperties?: number;
  readonly items?: Node;
  readonly minItems?: number;
  readonly anyOf?: readonly Node[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
}

type Definitions = Readonly<Record<string, Node>>;

/**
 * What a person wrote otherwise than a schema asks, each at its deepest place and once. Of alternatives, the one that
 * is nearest is taken for what was meant. Empty for a value that fits.
 */
export function formFaults(schema: TSchema, value: unknown): readonly FormFault[] {
  const node: Node = schema;
  return faultsAt(node, value, '', {});
}

function faultsAt(node: Node, value: unknown, path: string, outer: Definitions): readonly FormFault[] {
  const definitions = node.$defs === undefined ? outer : { ...outer, ...node.$defs };
  const referred = node.$ref === undefined ? undefined : definitions[node.$ref];
  if (referred !== undefined) return faultsAt(referred, value, path, definitions);
  if (node.anyOf !== undefined) return nearest(node.anyOf, value, path, definitions);
  if (node.const !== undefined && value !== node.const)
    return [wrong(path, value, JSON.stringify(node.const))];
  if (node.enum !== undefined && !node.enum.includes(value))
    return [wrong(path, value, node.enum.map((each) => JSON.stringify(each)).join(', '))];
  switch (node.type) {
    case 'object':
      return isRecord(value)
        ? objectFaults(node, value, path, definitions)
        : [wrong(path, value, 'an object, in braces')];
    case 'array':
      return Array.isArray(value)
        ? arrayFaults(node, value, path, definitions)
        : [wrong(path, value, 'a list, in square brackets')];
    case 'string':
      return stringFaults(node, value, path);
    case 'integer':
      return Number.isInteger(value) && Number(value) >= (node.minimum ?? Number.NEGATIVE_INFINITY)
        ? []
        : [wrong(path, value, `a whole number${node.minimum === undefined ? '' : ` from ${node.minimum}`}`)];
    case 'null':
      return value === null ? [] : [wrong(path, value, 'null')];
    default:
      return [];
  }
}

function objectFaults(
  node: Node,
  value: Readonly<Record<string, unknown>>,
  path: string,
  definitions: Definitions,
): readonly FormFault[] {
  const properties = node.properties ?? {};
  const patterns = Object.entries(node.patternProperties ?? {});
  const missing = new Set((node.required ?? []).filter((key) => !Object.hasOwn(value, key)));
  const inner = Object.entries(value).flatMap(([key, each]): readonly FormFault[] => {
    const at = `${path}/${pointerPart(key)}`;
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (property !== undefined)
      return key === 'citation' && typeof each === 'string' && each.trim() === ''
        ? [noCitation(at, shortJson(each))]
        : faultsAt(property, each, at, definitions);
    const pattern = patterns.find(([name]) => new RegExp(name, 'u').test(key));
    if (pattern !== undefined) return faultsAt(pattern[1], each, at, definitions);
    if (node.additionalProperties !== false && patterns.length === 0) return [];
    const meant = likeliest(
      key,
      Object.keys(properties).filter((name) => !Object.hasOwn(value, name)),
    );
    if (meant !== undefined) missing.delete(meant);
    return [
      unknownKey(
        at,
        key,
        meant,
        patterns.length > 0 ? patterns.map(([name]) => name) : Object.keys(properties),
      ),
    ];
  });
  const few =
    Object.keys(value).length < (node.minProperties ?? 0)
      ? [wrong(path, value, `at least ${node.minProperties} of ${Object.keys(properties).join(', ')}`)]
      : [];
  const unknown = inner.filter(
    ({ code, path: at }) => code === 'pack/unknown-key' && at.lastIndexOf('/') === path.length,
  );
  // One key too many and one too few: the one was written for the other.
  if (unknown.length === 1 && missing.size === 1) missing.clear();
  const lacking = [...missing].map((key) =>
    key === 'citation' ? noCitation(path, 'no citation') : lacks(path, key, properties[key]),
  );
  return [...inner, ...few, ...lacking];
}

function arrayFaults(
  node: Node,
  value: readonly unknown[],
  path: string,
  definitions: Definitions,
): readonly FormFault[] {
  const { items, minItems = 0 } = node;
  if (value.length < minItems) {
    const code = /\/(?:all|any)$/.test(path) ? 'pack/empty-group' : 'pack/schema';
    return [{ ...wrong(path, value, `at least ${minItems}`), code }];
  }
  return items === undefined
    ? []
    : value.flatMap((each, index) => faultsAt(items, each, `${path}/${index}`, definitions));
}

function stringFaults(node: Node, value: unknown, path: string): readonly FormFault[] {
  if (typeof value !== 'string') return [wrong(path, value, 'text, in quotation marks')];
  if (value.length < (node.minLength ?? 0)) return [wrong(path, value, 'text that is not empty')];
  if (node.pattern !== undefined && !new RegExp(node.pattern, 'u').test(value)) {
    const form = node.pattern === '^[a-z0-9-]+$' ? 'small letters, digits and hyphens' : node.pattern;
    return [wrong(path, value, form)];
  }
  return [];
}

/** The faults under the alternative that has the same keys and words as the value, as far as any has. */
function nearest(
  written: readonly Node[],
  value: unknown,
  path: string,
  definitions: Definitions,
): readonly FormFault[] {
  const options = written.flatMap((option) => alternatives(option, definitions));
  if (options.every((option) => option.const !== undefined))
    return options.some((option) => option.const === value)
      ? []
      : [wrong(path, value, shortList(options.map((option) => JSON.stringify(option.const))))];
  const tried = options.map((option) => ({
    faults: faultsAt(option, value, path, definitions),
    fit: fit(option, value),
  }));
  if (tried.some(({ faults }) => faults.length === 0)) return [];
  if (!isRecord(value)) {
    const kinds = options.map(({ type, minLength }) =>
      minLength === undefined ? type : `${type}, not empty`,
    );
    return [wrong(path, value, [...new Set(kinds)].join(' or '))];
  }
  const [best] = tried.toSorted((a, b) => b.fit - a.fit || a.faults.length - b.faults.length);
  return (best?.faults ?? []).map((fault) => {
    const words = options.flatMap((option) =>
      Object.entries(option.properties ?? {}).flatMap(([key, property]) =>
        fault.path === `${path}/${pointerPart(key)}` ? (wordsOf(property) ?? []) : [],
      ),
    );
    const known = words.length === 0 || words.some((word) => JSON.stringify(word) === fault.seen);
    return known ? fault : { ...fault, allowed: shortList(words.map((word) => JSON.stringify(word))) };
  });
}

/** What an alternative stands for, with references and further alternatives taken apart. */
function alternatives(option: Node, definitions: Definitions): readonly Node[] {
  const node = option.$ref === undefined ? option : (definitions[option.$ref] ?? option);
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap((each) => alternatives(each, definitions));
}

/** How many of an object's keys an alternative knows; a word that is one of its own counts for more. */
function fit({ properties = {} }: Node, value: unknown): number {
  if (!isRecord(value)) return 0;
  return Object.entries(properties).reduce((sum, [key, property]) => {
    if (!Object.hasOwn(value, key)) return sum;
    const words = wordsOf(property);
    return sum + (words === undefined ? 1 : words.includes(value[key]) ? 10 : 0);
  }, 0);
}

/** The words that are allowed, where nothing else is. */
function wordsOf({ const: word, anyOf = [] }: Node): readonly unknown[] | undefined {
  if (word !== undefined) return [word];
  const words = anyOf.flatMap((each) => (each.const === undefined ? [] : [each.const]));
  return words.length > 0 && words.length === anyOf.length ? words : undefined;
}

function wrong(path: string, value: unknown, allowed: string): FormFault {
  return {
    code: 'pack/schema',
    path,
    seen: shortJson(value),
    allowed,
    repair: 'Write what is allowed there.',
  };
}

function lacks(path: string, key: string, property: Node | undefined): FormFault {
  const allowed = property?.type === undefined ? `"${key}"` : `"${key}", of type ${property.type}`;
  return { code: 'pack/schema', path, seen: `nothing under "${key}"`, allowed, repair: `Add "${key}".` };
}

function unknownKey(
  path: string,
  key: string,
  meant: string | undefined,
  allowed: readonly string[],
): FormFault {
  const repair = meant === undefined ? 'Take it out, or correct its name.' : `Perhaps "${meant}" was meant.`;
  return { code: 'pack/unknown-key', path, seen: `"${key}"`, allowed: shortList(allowed), repair };
}

function noCitation(path: string, seen: string): FormFault {
  const allowed = 'a sentence of the rubric, or a reason';
  return {
    code: 'pack/missing-citation',
    path,
    seen,
    allowed,
    repair: 'Say what the rule rests on, so that it can be disputed.',
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
