/** The names that a specification reads from its rows, and those that its own transforms make. */
export interface SpecFields {
  readonly used: ReadonlySet<string>;
  readonly made: ReadonlySet<string>;
}

const listKeys = new Set(['groupby', 'fold', 'flatten']);
// Axes, legends and headers have a datum of their own: a tick, not a row.
const guideKeys = new Set(['axis', 'legend', 'header']);
const expressionKeys = new Set(['calculate', 'filter', 'test', 'expr', 'signal']);

/** What a specification reads and makes: `field`, `groupby` and `datum.x` in expressions against `as`, at any depth. */
export function specFields(spec: unknown): SpecFields {
  const used = new Set<string>();
  const made = new Set<string>();
  collect(spec, used, made);
  return { used, made };
}

function collect(value: unknown, used: Set<string>, made: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, used, made);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (guideKeys.has(key)) continue;
      if (key === 'as') for (const name of strings(inner)) made.add(name);
      else if (key === 'field') for (const name of strings(inner)) used.add(name);
      else if (listKeys.has(key)) for (const name of strings(inner)) used.add(name);
      else if (expressionKeys.has(key) && typeof inner === 'string')
        for (const name of expressionFields(inner)) used.add(name);
      collect(inner, used, made);
    }
}

function strings(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

function expressionFields(expression: string): readonly string[] {
  return [...expression.matchAll(/\bdatum(?:\.([A-Za-z_]\w*)|\[\s*'([^']*)'\s*\])/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}
