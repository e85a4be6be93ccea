import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { testsOf } from '../../model/condition.ts';
import { type PhraseStep, setsIn } from '../../model/phrase.ts';
import type { PackContent } from '../pack.ts';
import { phraseFiles } from '../phrase-sets.ts';

/** Sets of phrases that nothing names, and sections in which nothing is scored. */
export function checkUnused(
  content: PackContent,
  sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>,
): readonly Diagnostic[] {
  const used = usedSets(content, sets);
  const scored = new Set(content.framework.objectives.map(({ section }) => section));
  return [
    ...phraseFiles(content).flatMap(({ file, phrases }) =>
      Object.keys(phrases)
        .filter((set) => !used.has(set))
        .map((set) =>
          diagnose('pack/unused-phrases', {
            file,
            place: `phrases ${set}`,
            path: `/phrases/${set}`,
            seen: set,
            allowed: 'sets that a rule, a marker or another set in use names',
            repair: 'Name it in a rule, or take it out.',
          }),
        ),
    ),
    ...content.framework.sections.flatMap(({ id, name }, index) =>
      scored.has(id)
        ? []
        : [
            diagnose('pack/empty-section', {
              file: 'framework.json',
              place: `section ${id}`,
              path: `/sections/${index}`,
              seen: name,
              allowed: 'a section that an objective names',
              repair: 'Add its objectives, or take it out.',
            }),
          ],
    ),
  ];
}

function usedSets(
  { reading, followUp, challenges }: PackContent,
  sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>,
): ReadonlySet<string> {
  const said = reading.rules.flatMap(({ when }) =>
    testsOf(when).flatMap((test) =>
      test.operator === 'says' || test.operator === 'doesNotSay' ? [test.value] : [],
    ),
  );
  const used = new Set([
    ...Object.values(reading.markers),
    ...Object.values(reading.moments),
    reading.contrast,
    ...(reading.holdsTogether === undefined ? [] : [reading.holdsTogether]),
    reading.levelMention,
    ...said,
    ...Object.values(followUp.says),
    followUp.takesUp,
    challenges.firm,
    challenges.weakened,
    challenges.promise,
  ]);
  for (const set of used) for (const name of (sets.get(set) ?? []).flatMap(setsIn)) used.add(name);
  return used;
}
