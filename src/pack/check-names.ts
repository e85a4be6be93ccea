import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { pointerPart } from '../kernel/json-text.ts';
import { noChallengeRules } from '../model/challenge-rules.ts';
import { noFollowUpRules } from '../model/follow-up-rules.ts';
import { bottomLevel } from '../model/framework.ts';
import { checkBenchmark } from './check-benchmark.ts';
import { checkCases } from './check-cases.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkLinks, checkPlanning } from './check-links.ts';
import { checkStatements } from './check-statements.ts';
import { signalsOf } from './facts.ts';
import { type PackContent, rubricText } from './pack.ts';
import type { PackReading } from './read-pack.ts';
import { lost, type Place, unknownNames } from './unknown-names.ts';

/** What is wrong with the names in a pack: ids used twice, and references to things that are not there. */
export function checkNames(content: PackContent, origins: PackReading['origins']): readonly Diagnostic[] {
  return [
    ...checkDuplicates(content, origins),
    ...checkFramework(content, origins),
    ...checkStatements(content, origins),
    ...checkCeilings(content),
    ...checkPhraseNames(content),
    ...checkLinks(content),
    ...checkPlanning(content),
    ...checkBenchmark(content),
    ...checkCases(content, origins.cases),
    ...checkCitations(content),
  ];
}

function checkCitations({ reading, ceilings, targets, links }: PackContent): readonly Diagnostic[] {
  const lists = [
    { file: 'reading.json', under: 'rules', cited: reading.rules },
    { file: 'ceilings.json', under: 'rules', cited: ceilings },
    { file: 'targets.json', under: 'rules', cited: targets },
    { file: 'links.json', under: 'links', cited: links },
  ];
  return lists.flatMap(({ file, under, cited }) =>
    cited.flatMap(({ id, citation }, index) =>
      citation.trim() === ''
        ? [
            diagnose('pack/missing-citation', {
              file,
              place: id,
              path: `/${under}/${index}/citation`,
              seen: 'only spaces',
              allowed: 'a sentence of the rubric, or a reason',
              repair: 'Say what the rule rests on, so that it can be disputed.',
            }),
          ]
        : [],
    ),
  );
}

function checkFramework(
  { framework, criteria }: PackContent,
  origins: PackReading['origins'],
): readonly Diagnostic[] {
  const levels = framework.levels.map(({ level }) => level);
  const sections = new Set(framework.sections.map(({ id }) => id));
  const objectives = new Set(framework.objectives.map(({ number }) => number));
  const at = (place: string, path: string): Place => ({ file: 'framework.json', place, path });
  return [
    ...checkLevels(levels),
    ...unknownNames(at('satisfactory', '/satisfactory'), [framework.satisfactory], levels),
    ...framework.objectives.flatMap(({ number, section }, index) =>
      unknownNames(at(`objective ${number}`, `/objectives/${index}/section`), [section], sections),
    ),
    ...framework.sections.flatMap(({ id, principles }, index) =>
      unknownNames(
        at(`section ${id}`, `/sections/${index}/principles`),
        principles.map(({ level }) => level),
        levels,
      ),
    ),
    ...criteria.flatMap(({ objective, level }, index) => {
      const { file = 'criteria/', path = '' } = origins.criteria[index] ?? {};
      const place = `objective ${objective}`;
      return [
        ...unknownNames({ file, place, path: `${path}/objective` }, [objective], objectives),
        ...unknownNames({ file, place, path: `${path}/level` }, [level], levels),
      ];
    }),
  ];
}

/** A gap between levels; one number twice is found with the duplicates. */
function checkLevels(levels: readonly number[]): readonly Diagnostic[] {
  const ladder = [...new Set(levels)].sort((a, b) => a - b);
  if (ladder.every((level, index) => index === 0 || level === (ladder[index - 1] ?? 0) + 1)) return [];
  return [
    diagnose('pack/levels-apart', {
      file: 'framework.json',
      place: 'levels',
      path: '/levels',
      seen: ladder.join(', '),
      allowed: 'whole numbers one after another, such as 1, 2, 3',
      repair: 'Number them without a gap.',
    }),
  ];
}

function checkCeilings(content: PackContent): readonly Diagnostic[] {
  const { framework } = content;
  const causes = new Set(content.causes.map(({ id }) => id));
  const factors = new Set(content.factors.map(({ id }) => id));
  const signals = new Set(signalsOf(content));
  const bottom = bottomLevel(framework);
  const capping = framework.levels.map(({ level }) => level).filter((level) => level > bottom);
  const ruled = new Set(content.ceilings.flatMap((rule) => (rule.basis === 'comment' ? [rule.signal] : [])));
  const found = content.ceilings.flatMap((rule, index) => {
    const at = (key: string): Place => ({
      file: 'ceilings.json',
      place: `rule ${rule.id}`,
      path: `/rules/${index}/${key}`,
    });
    const shared = [
      ...unknownNames(at('cause'), [rule.cause], causes),
      ...unknownNames(at('factor'), rule.factor === null ? [] : [rule.factor], factors),
    ];
    if (rule.basis === 'comment') return [...shared, ...unknownNames(at('signal'), [rule.signal], signals)];
    const about =
      rule.basis === 'criterion'
        ? rule.objectives.map((objective) => ({ objective }))
        : rule.sections.map((section) => ({ section }));
    const level = unknownNames(at('rulesOut'), [rule.rulesOut], capping);
    const unheld = about.filter(
      (each) => !rubricText(content, { ...each, level: rule.rulesOut })?.includes(rule.quote),
    );
    return [
      ...shared,
      ...level,
      ...unheld.map((each) =>
        lost(
          at('quote'),
          rule.quote,
          `words of ${Object.entries(each)[0]?.join(' ')} at level ${rule.rulesOut}`,
        ),
      ),
    ];
  });
  const unruled = content.reading.rules.flatMap(({ id, reads }, index) =>
    reads.kind === 'obstacle' && !ruled.has(reads.signal) ? [{ id, index, signal: reads.signal }] : [],
  );
  return [
    ...found,
    ...unruled.map(({ id, index, signal }) =>
      lost(
        { file: 'reading.json', place: `rule ${id}`, path: `/rules/${index}/reads/signal` },
        signal,
        'a signal that a rule of ceilings.json with basis comment answers',
      ),
    ),
  ];
}

function checkPhraseNames({ reading, followUp, challenges }: PackContent): readonly Diagnostic[] {
  const { markers, moments, contrast, holdsTogether, levelMention } = reading;
  const { firm, weakened, promise } = challenges;
  const named = (file: string, under: string, names: object, phrases: object) =>
    Object.entries(names).flatMap(([key, name]) =>
      unknownNames(
        { file, place: key, path: `${under}/${pointerPart(key)}` },
        [String(name)],
        Object.keys(phrases),
      ),
    );
  return [
    ...named('reading.json', '/markers', markers, reading.phrases),
    ...named('reading.json', '/moments', moments, reading.phrases),
    ...named(
      'reading.json',
      '',
      { contrast, ...(holdsTogether && { holdsTogether }), levelMention },
      reading.phrases,
    ),
    ...(followUp === noFollowUpRules
      ? []
      : [
          ...named('follow-up.json', '/says', followUp.says, followUp.phrases),
          ...named('follow-up.json', '', { takesUp: followUp.takesUp }, followUp.phrases),
        ]),
    ...(challenges === noChallengeRules
      ? []
      : named('challenges.json', '', { firm, weakened, promise }, challenges.phrases)),
  ];
}
