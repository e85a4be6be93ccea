import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import type { Criterion } from '../model/criterion.ts';
import { twice } from './check-duplicates.ts';
import type { Origin } from './folder-reader.ts';
import type { PackContent } from './pack.ts';
import type { PackReading } from './read-pack.ts';
import { shortened } from './short-words.ts';

/** Criteria whose statements are not their text, part for part, and ids and words of statements that are there twice. */
export function checkStatements(
  { criteria }: PackContent,
  origins: PackReading['origins'],
): readonly Diagnostic[] {
  const held = criteria.map((criterion, index) => ({
    criterion,
    origin: origins.criteria[index] ?? { file: 'criteria/', path: '' },
  }));
  const objectives = [...new Set(criteria.map(({ objective }) => objective))];
  return [
    ...held.flatMap(({ criterion, origin }) => [
      ...apart(criterion, origin),
      ...repeated([{ criterion, origin }], 'text'),
    ]),
    ...objectives.flatMap((number) =>
      repeated(
        held.filter(({ criterion }) => criterion.objective === number),
        'id',
      ),
    ),
  ];
}

/** The first statement that does not stand where the one before it ends, or what is left when all have been found. */
function apart(
  { objective, level, text, statements }: Criterion,
  { file, path }: Origin,
): readonly Diagnostic[] {
  if (statements === undefined) return [];
  let rest = text.trimStart();
  for (const [index, statement] of statements.entries()) {
    if (!rest.startsWith(statement.text))
      return [
        diagnose('pack/statements-apart', {
          file,
          place: `objective ${objective} level ${level}, statement ${statement.id}`,
          path: `${path}/statements/${index}/text`,
          seen: shortened(statement.text),
          allowed:
            rest === '' ? 'nothing: the text has ended' : `what the text says here: ${shortened(rest)}`,
          repair: 'Take the words of the text as they are, in their order, and leave none out.',
        }),
      ];
    rest = rest.slice(statement.text.length).trimStart();
  }
  if (rest === '') return [];
  return [
    diagnose('pack/statements-apart', {
      file,
      place: `objective ${objective} level ${level}`,
      path: `${path}/statements`,
      seen: `words of the text that are in no statement: ${shortened(rest)}`,
      allowed: 'statements that together are the text',
      repair: 'Add a statement with these words.',
    }),
  ];
}

function repeated(
  held: readonly { readonly criterion: Criterion; readonly origin: Origin }[],
  key: 'id' | 'text',
): readonly Diagnostic[] {
  const all = held.flatMap(({ criterion: { statements = [] }, origin: { file, path } }) =>
    statements.map((statement, index) => ({
      id: shortened(statement[key]),
      origin: { file, path: `${path}/statements/${index}/${key}` },
    })),
  );
  return twice(
    all.map(({ id }) => id),
    all.map(({ origin }) => origin),
  );
}
