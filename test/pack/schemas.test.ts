import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Check } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { schemas } from '../../src/pack/schemas.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'rules/schema');
const files = [...jsonIn(join(root, 'rules/lga-nps-2018')), ...jsonIn(join(root, 'data/sources'))];

function jsonIn(under: string): readonly string[] {
  return readdirSync(under, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(under, name))
    .sort();
}

function parsed(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function schemaOf(file: string): string {
  const named = parsed(file)['$schema'];
  return typeof named === 'string' ? resolve(dirname(file), named) : '';
}

describe('the written schemas', () => {
  it('are what the models give; after a change of a model run "npm run schemas"', () => {
    const written = new Map(jsonIn(folder).map((file) => [basename(file), readFileSync(file, 'utf8')]));
    expect([...written.keys()].sort()).toEqual([...schemas().keys()].sort());
    const stale = [...schemas()].filter(([name, text]) => written.get(name) !== text).map(([name]) => name);
    expect(stale).toEqual([]);
  });

  it.each([...schemas()])(
    '%s names its draft, title and description, and no definition that is not in it',
    (_, text) => {
      const schema = JSON.parse(text);
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema.title).toMatch(/^[A-Z]/);
      expect(schema.description).toMatch(/[.]$/);
      const wanted = [...text.matchAll(/"\$ref": "#\/\$defs\/(\w+)"/g)].map(([, name]) => name);
      expect(Object.keys(schema.$defs ?? {})).toEqual(expect.arrayContaining(wanted));
      expect(text).not.toContain('$id');
    },
  );
});

describe('every file written by hand', () => {
  it.each(files.map((file) => [relative(root, file), file]))('%s names its schema and fits it', (_, file) => {
    const schema = schemaOf(file);
    expect(existsSync(schema), `"$schema" of ${file}`).toBe(true);
    expect(dirname(schema)).toBe(folder);
    expect(Check(parsed(schema), parsed(file))).toBe(true);
  });

  it('would not fit with a misspelt key anywhere near its top', () => {
    for (const file of files) {
      const { title, id, ...rest } = parsed(file);
      expect(Check(parsed(schemaOf(file)), { ...rest, titel: title ?? id ?? 'x' }), file).toBe(false);
    }
  });
});

describe('a condition', () => {
  const ceilings = JSON.parse(schemas().get('ceilings.json') ?? '');
  const rule = {
    id: 'a-rule',
    title: 'A rule',
    citation: 'Invented',
    cause: 'market',
    factor: null,
    basis: 'comment',
    signal: 'a-signal',
  };
  const fits = (when: unknown) => Check(ceilings, { rules: [{ ...rule, when }] });
  const test = { fact: 'achieved', operator: 'equal', value: 3 };

  it('is checked by the written schema at every depth', () => {
    expect(fits({ all: [test] })).toBe(true);
    expect(fits({ all: [{ any: [test, { all: [test] }] }] })).toBe(true);
    expect(fits({ all: [] })).toBe(false);
    expect(fits({ all: [{ any: [] }] })).toBe(false);
    expect(fits({ all: [{ not: test }] })).toBe(false);
    expect(fits({ all: [test], any: [test] })).toBe(false);
    expect(fits({ all: [{ ...test, path: '$.x' }] })).toBe(false);
    expect(fits({ all: [{ ...test, priority: 1 }] })).toBe(false);
    expect(fits({ all: [{ any: [{ ...test, operator: 'greaterThan', value: '3' }] }] })).toBe(false);
    expect(fits({ all: [{ ...test, value: { fact: 'level' } }] })).toBe(false);
  });
});
