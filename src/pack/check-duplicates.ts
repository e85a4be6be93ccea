import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import type { Origin } from './folder-reader.ts';
import type { PackContent } from './pack.ts';
import { phraseFiles } from './phrase-sets.ts';
import type { PackReading } from './read-pack.ts';

/** Ids that a pack uses twice among things of one kind. */
export function checkDuplicates(
  content: PackContent,
  origins: PackReading['origins'],
): readonly Diagnostic[] {
  const { framework, reading } = content;
  const list = (file: string, under: string, key: string, ids: readonly (string | number)[]) =>
    twice(
      ids,
      ids.map((_, index) => ({ file, path: `${under}/${index}/${key}` })),
    );
  const sets = phraseFiles(content).flatMap(({ file, phrases }) =>
    Object.keys(phrases).map((name) => ({ name, origin: { file, path: `/phrases/${name}` } })),
  );
  return [
    ...list(
      'framework.json',
      '/levels',
      'level',
      framework.levels.map(({ level }) => level),
    ),
    ...list(
      'framework.json',
      '/sections',
      'id',
      framework.sections.map(({ id }) => id),
    ),
    ...list(
      'framework.json',
      '/objectives',
      'number',
      framework.objectives.map(({ number }) => number),
    ),
    ...list(
      'causes.json',
      '/causes',
      'id',
      content.causes.map(({ id }) => id),
    ),
    ...list(
      'factors.json',
      '/factors',
      'id',
      content.factors.map(({ id }) => id),
    ),
    ...list(
      'reading.json',
      '/rules',
      'id',
      reading.rules.map(({ id }) => id),
    ),
    ...list(
      'ceilings.json',
      '/rules',
      'id',
      content.ceilings.map(({ id }) => id),
    ),
    ...list(
      'targets.json',
      '/rules',
      'id',
      content.targets.map(({ id }) => id),
    ),
    ...list(
      'links.json',
      '/links',
      'id',
      content.links.map(({ id }) => id),
    ),
    ...list(
      'planning.json',
      '/stepDaysByLevel',
      'level',
      content.planning.stepDaysByLevel.map(({ level }) => level),
    ),
    ...twice(
      content.criteria.map(({ objective, level }) => `objective ${objective} level ${level}`),
      origins.criteria,
    ),
    ...twice(
      content.cases.map(({ id }) => id),
      origins.cases,
    ),
    ...twice(
      sets.map(({ name }) => name),
      sets.map(({ origin }) => origin),
    ),
  ];
}

/** The diagnostics for ids that stand more than once, each where it stands again. */
export function twice(ids: readonly (string | number)[], origins: readonly Origin[]): readonly Diagnostic[] {
  const seen = new Set<string | number>();
  return ids.flatMap((id, index) => {
    const { file, path } = origins[index] ?? { file: '', path: '' };
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      diagnose('pack/duplicate-id', {
        file,
        place: String(id),
        path,
        seen: `${id}, more than once`,
        allowed: 'each id once',
        repair: 'Give one of them another id.',
      }),
    ];
  });
}
