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
  options: readonly Node[],
  value: unknown,
  path: string,
  definitions: Definitions,
): readonly FormFault[] {
  if (options.every((option) => option.const !== undefined))
    return options.some((option) => option.const === value)
      ? []
      : [wrong(path, value, options.map((option) => JSON.stringify(option.const)).join(', '))];
  const tried = options.map((option) => ({
    faults: faultsAt(option, value, path, definitions),
    fit: fit(option, value, definitions),
  }));
  const fitting = tried.find(({ faults }) => faults.length === 0);
  if (fitting !== undefined) return [];
  tried.sort((a, b) => b.fit - a.fit || a.faults.length - b.faults.length);
  const kinds = options.flatMap((option) =>
    option.type === undefined || option.properties ? [] : [option.type],
  );
  const [best] = tried;
  if (best === undefined || (best.fit <= 0 && kinds.length === options.length))
    return [wrong(path, value, kinds.join(' or '))];
  return best.faults;
}

/** How many of an object's keys an alternative knows; a word that must be another counts against it. */
function fit(option: Node, value: unknown, definitions: Definitions): number {
  const node = option.$ref === undefined ? option : (definitions[option.$ref] ?? option);
  if (node.anyOf !== undefined) return Math.max(...node.anyOf.map((each) => fit(each, value, definitions)));
  if (!isRecord(value) || node.properties === undefined) return 0;
  return Object.entries(node.properties).reduce((sum, [key, property]) => {
    if (!Object.hasOwn(value, key)) return sum;
    const words = property.const === undefined ? property.anyOf?.map((each) => each.const) : [property.const];
    if (words === undefined || words.some((word) => word === undefined)) return sum + 1;
    return sum + (words.includes(value[key]) ? 10 : -10);
  }, 0);
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
