import type { ChartSpec } from './dashboard.ts';

/** A specification with some places set anew, and the JSON Pointers that lead to no place in it. */
export interface NarrowSpec {
  readonly spec: ChartSpec;
  readonly astray: readonly string[];
}

/**
 * A dashboard's specification for little width: a copy in which each JSON Pointer (RFC 6901) of `set` leads to its value,
 * in the order given. A key that is not there is made, `-` adds to a list, and the places above must be there.
 */
export function narrowSpec(spec: ChartSpec, set: Readonly<Record<string, unknown>>): NarrowSpec {
  const { usermeta: _usermeta, ...drawn } = spec;
  const copy: ChartSpec = structuredClone(drawn);
  const astray = Object.entries(set).flatMap(([pointer, value]) =>
    put(copy, pointer, structuredClone(value)) ? [] : [pointer],
  );
  return { spec: copy, astray };
}

function put(root: object, pointer: string, value: unknown): boolean {
  const names = pointer
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = names.pop() ?? '';
  let at: unknown = root;
  for (const name of names) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return false;
    at = Reflect.get(at, name);
  }
  if (typeof at !== 'object' || at === null) return false;
  if (!Array.isArray(at)) return Reflect.set(at, last, value);
  if (last === '-') return at.push(value) > 0;
  return Object.hasOwn(at, last) && Reflect.set(at, last, value);
}
