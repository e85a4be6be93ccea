import { type Diagnostic, type DiagnosticCode, diagnose } from '../kernel/diagnostics.ts';
import { noChallengeRules } from '../model/challenge-rules.ts';
import { noFollowUpRules } from '../model/follow-up-rules.ts';
import { bottomLevel } from '../model/framework.ts';
import { signalsOf } from './facts.ts';
import { type PackContent, rubricText } from './pack.ts';
import { phraseFiles } from './phrase-sets.ts';

/** What is wrong with the names in a pack: ids used twice, and references to things that are not there. */
export function checkNames(content: PackContent): readonly Diagnostic[] {
  return [
    ...checkDuplicates(content),
    ...checkFramework(content),
    ...checkCeilings(content),
    ...checkOthers(content),
  ];
}

function checkDuplicates(content: PackContent): readonly Diagnostic[] {
  const lists: readonly [string, readonly (string | number)[]][] = [
    ['framework.json', content.framework.levels.map(({ level }) => level)],
    ['framework.json', content.framework.sections.map(({ id }) => id)],
    ['framework.json', content.framework.objectives.map(({ number }) => number)],
    ['causes.json', content.causes.map(({ id }) => id)],
    ['factors.json', content.factors.map(({ id }) => id)],
    ['reading.json', content.reading.rules.map(({ id }) => id)],
    ['ceilings.json', content.ceilings.map(({ id }) => id)],
    ['targets.json', content.targets.map(({ id }) => id)],
    ['links.json', content.links.map(({ id }) => id)],
    ['criteria/', content.criteria.map(({ objective, level }) => `objective ${objective} level ${level}`)],
    ['cases/', content.cases.map(({ id }) => id)],
    ['phrases', phraseFiles(content).flatMap(({ phrases }) => Object.keys(phrases))],
  ];
  return lists.flatMap(([file, ids]) => {
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    return twice.map((id) =>
      diagnose('pack/duplicate-id', {
        file,
        place: String(id),
        seen: `${id}, more than once`,
        allowed: 'each id once',
        repair: 'Give one of them another id.',
      }),
    );
  });
}

function checkFramework({ framework, criteria }: PackContent): readonly Diagnostic[] {
  const levels = framework.levels.map(({ level }) => level);
  const sections = framework.sections.map(({ id }) => id);
  const objectives = framework.objectives.map(({ number }) => number);
  return [
    ...checkLevels(levels),
    ...unknown('framework.json', 'satisfactory', [framework.satisfactory], levels),
    ...framework.objectives.flatMap(({ number, section }) =>
      unknown('framework.json', `objective ${number}`, [section], sections),
    ),
    ...framework.sections.flatMap(({ id, principles }) =>
      unknown(
        'framework.json',
        `section ${id}`,
        principles.map(({ level }) => level),
        levels,
      ),
    ),
    ...criteria.flatMap(({ objective, level }) => [
      ...unknown('criteria/', `objective ${objective}`, [objective], objectives),
      ...unknown('criteria/', `objective ${objective}`, [level], levels),
    ]),
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
      seen: ladder.join(', '),
      allowed: 'whole numbers one after another, such as 1, 2, 3',
      repair: 'Number them without a gap.',
    }),
  ];
}

function checkCeilings(content: PackContent): readonly Diagnostic[] {
  const file = 'ceilings.json';
  const { framework } = content;
  const causes = content.causes.map(({ id }) => id);
  const factors = content.factors.map(({ id }) => id);
  const capping = framework.levels
    .map(({ level }) => level)
    .filter((level) => level > bottomLevel(framework));
  const ruled = content.ceilings.flatMap((rule) => (rule.basis === 'comment' ? [rule.signal] : []));
  const unruled = signalsOf(content).filter((signal) => !ruled.includes(signal));
  const found = content.ceilings.flatMap((rule) => {
    const place = `rule ${rule.id}`;
    const shared = [
      ...unknown(file, place, [rule.cause], causes),
      ...unknown(file, place, rule.factor === null ? [] : [rule.factor], factors),
    ];
    if (rule.basis === 'comment')
      return [...shared, ...unknown(file, place, [rule.signal], signalsOf(content))];
    const targets =
      rule.basis === 'criterion'
        ? rule.objectives.map((objective) => ({ objective }))
        : rule.sections.map((section) => ({ section }));
    const unheld = targets.filter(
      (at) => !rubricText(content, { ...at, level: rule.rulesOut })?.includes(rule.quote),
    );
    return [
      ...shared,
      ...unknown(file, place, [rule.rulesOut], capping),
      ...unheld.map((at) => lost(file, place, rule.quote, `${JSON.stringify(at)} at level ${rule.rulesOut}`)),
    ];
  });
  return [
    ...found,
    ...unruled.map((signal) =>
      lost(file, 'rules', signal, 'a rule with basis comment for each signal of reading.json'),
    ),
  ];
}

function checkOthers(content: PackContent): readonly Diagnostic[] {
  const objectives = content.framework.objectives.map(({ number }) => number);
  const factors = content.factors.map(({ id }) => id);
  const sets = Object.keys(content.reading.phrases);
  const { markers, moments, contrast, levelMention } = content.reading;
  const { followUp, challenges } = content;
  const { firm, weakened, promise } = challenges;
  const named = [...Object.values(markers), ...Object.values(moments), contrast, levelMention];
  return [
    ...unknown('reading.json', 'markers', named, sets),
    ...unknown(
      'follow-up.json',
      'says, takesUp',
      followUp === noFollowUpRules ? [] : [...Object.values(followUp.says), followUp.takesUp],
      Object.keys(followUp.phrases),
    ),
    ...unknown(
      'challenges.json',
      'firm, weakened, promise',
      challenges === noChallengeRules ? [] : [firm, weakened, promise],
      Object.keys(challenges.phrases),
    ),
    ...content.links.flatMap((link) =>
      unknown('links.json', `link ${link.id}`, [...link.objectives, ...link.with], objectives),
    ),
    ...content.cases.flatMap((each) => [
      ...unknown('cases/', `case ${each.id}`, [each.given.objective], objectives),
      ...unknown('cases/', `case ${each.id}`, Object.keys(each.given.factors ?? {}), factors),
      ...unknown(
        'cases/',
        `case ${each.id}`,
        each.expected.causes ?? [],
        content.ceilings.map(({ id }) => id),
      ),
    ]),
  ];
}

function unknown(
  file: string,
  place: string,
  seen: readonly (string | number)[],
  allowed: readonly (string | number)[],
): readonly Diagnostic[] {
  return seen
    .filter((each) => !allowed.includes(each))
    .map((each) => lost(file, place, String(each), allowed.join(', ')));
}

function lost(file: string, place: string, seen: string, allowed: string): Diagnostic {
  const code: DiagnosticCode = 'pack/unknown-id';
  return diagnose(code, { file, place, seen, allowed, repair: 'Name something that the pack has.' });
}
