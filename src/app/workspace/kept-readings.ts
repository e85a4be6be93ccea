import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Static, Type } from 'typebox';
import type { CommentReader } from '../../engine/reading/comment-reader.ts';
import { canonicalJson, sha256 } from '../../kernel/canonical.ts';
import { type Frozen, matches } from '../../kernel/schema.ts';
import { Reading } from '../../model/reading.ts';
import type { Pack } from '../../pack/pack.ts';

/** How many readings are kept: about a megabyte, which is quicker to load than to read anew. */
const mostKept = 1000;

const KeptFile = Type.Object({ key: Type.String(), readings: Type.Record(Type.String(), Reading) });
type KeptFile = Frozen<Static<typeof KeptFile>>;

/** What cells say, kept in a workspace's folder from one run to the next. */
export interface KeptReadings {
  /** A reader that knows the kept cells, and makes the true reader for the first that is not among them. */
  readonly reader: (make: () => CommentReader) => CommentReader;
  /** Writes what was read anew; where that cannot be done, it is read anew the next time. */
  readonly save: () => void;
}

/**
 * The kept readings of a pack, known by cell, rules and code: what any of them differs from is read anew. The file can
 * be taken away at any time; one that is damaged counts as none.
 */
export function keptReadings(folder: string, pack: Pack): KeptReadings {
  const file = join(folder, `readings-${pack.id}.json`);
  const key = sha256(`${pack.sha256} ${codeStamp()}`);
  const known = new Map(Object.entries(load(file, key)));
  const used = new Map<string, Reading>();
  let fresh = false;
  return {
    reader: (make) => {
      let read: CommentReader | undefined;
      return (row, period) => {
        const cell = sha256(canonicalJson([row, period]));
        const held = used.get(cell) ?? known.get(cell);
        read ??= held === undefined ? make() : undefined;
        const reading = held ?? read?.(row, period);
        if (reading === undefined) throw new Error('a cell was not read');
        fresh ||= held === undefined;
        used.set(cell, reading);
        return reading;
      };
    },
    save: () => {
      if (!fresh) return;
      const latest = [...used, ...[...known].filter(([cell]) => !used.has(cell))].slice(0, mostKept);
      save(file, { key, readings: Object.fromEntries(latest) });
      fresh = false;
    },
  };
}

function load(file: string, key: string): KeptFile['readings'] {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return matches(KeptFile, content) && content.key === key ? content.readings : {};
  } catch {
    return {};
  }
}

function save(file: string, content: KeptFile): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, JSON.stringify(content));
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** Changes with every change of the code that reads. */
function codeStamp(): string {
  return ['../../engine/reading', '../../engine', '../../pack', '../../model']
    .flatMap((folder) => {
      const path = fileURLToPath(new URL(folder, import.meta.url));
      return readdirSync(path)
        .sort()
        .map((name) => {
          const { size, mtimeMs } = statSync(join(path, name));
          return `${name} ${size} ${mtimeMs}`;
        });
    })
    .join('\n');
}
