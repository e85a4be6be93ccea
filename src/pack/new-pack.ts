import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Level } from '../model/framework.ts';

/** What a new pack is made for. */
export interface NewPack {
  readonly id: string;
  readonly name: string;
  /** At least two, one after the other, the lowest first. */
  readonly levels: readonly Level[];
  readonly satisfactory: number;
}

/**
 * The files of a new pack, by name: those of the starter, with the name and the levels filled in.
 * @param starter the folder with the files that every new pack begins with
 * @param schemas where the schemas are, as seen from the new pack's folder, with strokes
 */
export function newPack(starter: string, schemas: string, pack: NewPack): ReadonlyMap<string, string> {
  const numbers = pack.levels.map(({ level }) => level);
  const words = new Map<string, string | number>([
    ['id', pack.id],
    ['name', pack.name],
    ['bottom', numbers[0] ?? 0],
    ['next', numbers[1] ?? 0],
    ['top', numbers.at(-1) ?? 0],
  ]);
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (written, word: string) => String(words.get(word) ?? written));
  const filled = (key: string, value: unknown): unknown => {
    if (key === 'levels') return pack.levels;
    if (key === 'satisfactory') return pack.satisfactory;
    if (typeof value !== 'string' || key === 'because') return value;
    return key === 'ceiling' || key === 'target' ? Number(fill(value)) : fill(value);
  };
  const names = readdirSync(starter, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.split(sep).join('/'))
    .sort();
  return new Map(
    names.map((name) => {
      const value = JSON.parse(readFileSync(join(starter, name), 'utf8'), filled);
      const up = name.includes('/') ? '../' : '';
      const kind = name.includes('/') ? `${name.split('/')[0]}.json` : name;
      const schema = `${up}${schemas}/${kind}`;
      return [name, `${JSON.stringify({ $schema: schema, ...value }, null, 2)}\n`];
    }),
  );
}
