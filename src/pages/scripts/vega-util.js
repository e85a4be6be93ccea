// What the interpreter imports, from the Vega that the page has loaded already.
export const { ascending, isString, DisallowedObjectProperties } = Reflect.get(globalThis, 'vega');
