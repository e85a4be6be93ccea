import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TSchema } from 'typebox';
import { canonicalJson, sha256 } from '../kernel/canonical.ts';
import { type Diagnostic, describeDiagnostic, diagnose } from '../kernel/diagnostics.ts';
import { freeze } from '../kernel/freeze.ts';
import { Problem } from '../kernel/problem.ts';
import { mismatches } from '../kernel/schema.ts';
import { readTextFile } from '../kernel/text-file.ts';
import { noChallengeRules } from '../model/challenge-rules.ts';
import { noFollowUpRules } from '../model/follow-up-rules.ts';
import { checkConditions } from './check-conditions.ts';
import { checkNames } from './check-names.ts';
import { packFiles } from './files.ts';
import type { Pack, PackContent } from './pack.ts';
import { parsePhraseSets, phraseFiles } from './phrase-sets.ts';

/**
 * The pack in a folder, checked and frozen.
 * @throws Problem PACK_BROKEN that names every diagnostic, FILE_MISSING and the like for a file that cannot be read
 */
export function loadPack(folder: string): Pack {
  const content = readContent(folder);
  const { sets, diagnostics } = parsePhraseSets(phraseFiles(content));
  refuse(folder, [
    ...checkNames(content),
    ...diagnostics,
    ...checkConditions(content, 'reading', content.reading.rules),
    ...checkConditions(content, 'ceilings', content.ceilings),
    ...checkConditions(content, 'targets', content.targets),
  ]);
  const { cases: _, ...hashed } = content;
  const { id, version } = content.framework;
  return freeze({ ...content, id, version, sha256: sha256(canonicalJson(hashed)), phrases: sets });
}

/** The content of a pack's files, each checked against its schema. */
function readContent(folder: string): PackContent {
  const diagnostics: Diagnostic[] = [];
  const read = <Parsed>(name: string, { schema, parse }: PackFile<Parsed>): Parsed | undefined => {
    const { value, faults } = readJson(folder, name, schema);
    diagnostics.push(...faults);
    return faults.length === 0 ? parse(value) : undefined;
  };
  const optional = <Parsed>(name: string, kind: PackFile<Parsed>): Parsed | undefined =>
    existsSync(join(folder, name)) ? read(name, kind) : undefined;
  const list = <Parsed>(under: string, file: PackFile<readonly Parsed[]>): readonly Parsed[] =>
    jsonFiles(folder, under).flatMap((name) => read(join(under, name), file) ?? []);

  const framework = read('framework.json', packFiles.framework);
  const reading = read('reading.json', packFiles.reading);
  const rest = {
    causes: read('causes.json', packFiles.causes) ?? [],
    factors: read('factors.json', packFiles.factors) ?? [],
    ceilings: read('ceilings.json', packFiles.ceilings) ?? [],
    targets: read('targets.json', packFiles.targets) ?? [],
    links: read('links.json', packFiles.links) ?? [],
    followUp: optional('follow-up.json', packFiles.followUp) ?? noFollowUpRules,
    challenges: optional('challenges.json', packFiles.challenges) ?? noChallengeRules,
    criteria: list('criteria', packFiles.criteria),
    cases: list('cases', packFiles.cases),
  };
  refuse(folder, diagnostics);
  if (framework === undefined || reading === undefined) {
    throw new Problem('PACK_BROKEN', { file: folder, repair: 'Mend framework.json and reading.json.' });
  }
  return { framework, reading, ...rest };
}

interface PackFile<Parsed> {
  readonly schema: TSchema;
  readonly parse: (value: unknown) => Parsed;
}

function jsonFiles(folder: string, under: string): readonly string[] {
  try {
    return readdirSync(join(folder, under))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new Problem(
      'PACK_BROKEN',
      { file: join(folder, under), repair: 'Make it a folder that can be read.' },
      { cause },
    );
  }
}

function readJson(
  folder: string,
  name: string,
  schema: TSchema,
): { value: unknown; faults: readonly Diagnostic[] } {
  const text = readTextFile(join(folder, name));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const seen = cause instanceof Error ? cause.message : String(cause);
    return { value: null, faults: [fault(name, '', seen, 'JSON', 'Mend the JSON at that position.')] };
  }
  const faults = mismatches(schema, value).map(({ path, seen, message }) =>
    fault(name, path, seen, message, 'See the schema that the file names.'),
  );
  return { value, faults };
}

function fault(file: string, path: string, seen: string, allowed: string, repair: string): Diagnostic {
  return diagnose('pack/schema', { file, place: path === '' ? '/' : path, seen, allowed, repair });
}

function refuse(folder: string, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const shown = errors.slice(0, 10).map(describeDiagnostic).join('\n');
  throw new Problem('PACK_BROKEN', {
    file: folder,
    seen: `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`,
    repair: `Mend these:\n${shown}`,
  });
}
