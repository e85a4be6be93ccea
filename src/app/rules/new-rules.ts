import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import type { Level } from '../../model/framework.ts';
import { newPack } from '../../pack/new-pack.ts';
import { rulesFolder } from './rule-packs.ts';

/** What a new pack is asked to be. */
export interface NewRules {
  readonly id: string;
  readonly name: string;
  /** As written: "1 Minimum, 2 Developing". */
  readonly levels: string;
  /** The folder in which the pack's own is made; `rules/` unless said. */
  readonly folder?: string;
}

/** A pack that was made. */
export interface MadeRules {
  readonly folder: string;
  readonly files: readonly string[];
  readonly levels: readonly Level[];
  readonly satisfactory: number;
}

const reserved = ['schema', 'starter'];

/**
 * Makes the folder of a new pack, which passes its check and its cases.
 * @throws Problem BAD_VALUE, FILE_EXISTS, FILE_UNWRITABLE
 */
export function newRules({ id, name, levels: written, folder: parent = rulesFolder }: NewRules): MadeRules {
  if (!/^[a-z0-9-]+$/.test(id) || reserved.includes(id))
    throw new Problem('BAD_VALUE', {
      place: 'the id',
      seen: `"${id}"`,
      allowed: `small letters, digits and hyphens, but not ${reserved.join(' or ')}`,
      repair: 'Give an id such as "my-standard".',
    });
  if (name.trim() === '')
    throw new Problem('BAD_VALUE', {
      place: '--name',
      seen: 'nothing',
      repair: 'Give the name of the standard.',
    });
  const levels = parseLevels(written);
  const satisfactory = levels[Math.floor(levels.length / 2)]?.level ?? 0;
  const folder = join(parent, id);
  if (existsSync(folder))
    throw new Problem('FILE_EXISTS', { file: folder, repair: 'Give another id, or move that folder away.' });
  const schemas = relative(folder, join(rulesFolder, 'schema')).split(sep).join('/');
  const files = newPack(join(rulesFolder, 'starter'), schemas, {
    id,
    name: name.trim(),
    levels,
    satisfactory,
  });
  write(folder, files);
  return { folder, files: [...files.keys()], levels, satisfactory };
}

/** Levels as written: number and name, parted by commas. @throws Problem BAD_VALUE */
function parseLevels(written: string): readonly Level[] {
  const levels = written.split(',').map((each) => {
    const match = /^\s*(\d{1,2})\s+(\S.*?)\s*$/.exec(each);
    return match === null ? null : { level: Number(match[1]), name: match[2] ?? '' };
  });
  const known = levels.filter((level) => level !== null);
  const inSteps = known.every(
    ({ level }, index) => index === 0 || level === (known[index - 1]?.level ?? 0) + 1,
  );
  if (known.length === levels.length && known.length >= 2 && inSteps) return known;
  throw new Problem('BAD_VALUE', {
    place: '--levels',
    seen: `"${written}"`,
    allowed: 'two or more, each a number and a name, in steps of one from the lowest',
    repair: 'Write them as "1 Beginning, 2 Developing, 3 Established".',
  });
}

/** The whole folder or nothing of it. */
function write(folder: string, files: ReadonlyMap<string, string>): void {
  const temporary = `${folder}.${process.pid}.tmp`;
  try {
    for (const [name, text] of files) {
      const file = join(temporary, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
    }
    renameSync(temporary, folder);
  } catch (cause) {
    rmSync(temporary, { recursive: true, force: true });
    const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const repair = 'Give a folder in which you may write.';
    throw new Problem('FILE_UNWRITABLE', { file: folder, seen, repair }, { cause });
  }
}
