import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { linkedObjectives, mostLinked, waitingRing } from '../model/linked-objectives.ts';
import type { PackContent } from './pack.ts';
import { unknownNames } from './unknown-names.ts';

/** What is wrong with links: objectives that are not there, that wait on each other, or that are too many together. */
export function checkLinks({ links, framework }: PackContent): readonly Diagnostic[] {
  const known = framework.objectives.map(({ number }) => number);
  const unknown = links.flatMap((link, index) =>
    unknownNames(
      { file: 'links.json', place: `link ${link.id}`, path: `/links/${index}` },
      [...link.objectives, ...link.with],
      known,
    ),
  );
  const ring = waitingRing(links);
  const at = (members: readonly number[]) => {
    const index = links.findIndex(
      ({ kind, objectives, with: others }) =>
        kind !== 'serves' && [...objectives, ...others].every((each) => members.includes(each)),
    );
    return { file: 'links.json', place: `link ${links[index]?.id ?? ''}`, path: `/links/${index}` };
  };
  const waiting =
    ring === null
      ? []
      : [
          diagnose('pack/links-in-a-ring', {
            ...at(
              linkedObjectives(links, ['waits-on']).find((group) => group.includes(ring[0] ?? 0)) ?? ring,
            ),
            seen: `${ring.join(' waits on ')}`,
            allowed: 'objectives that do not wait on themselves, directly or through others',
            repair: 'Take out the link that matters least.',
          }),
        ];
  const large = linkedObjectives(links, ['waits-on', 'shares-action']).filter(
    ({ length }) => length > mostLinked,
  );
  return [
    ...unknown,
    ...waiting,
    ...large.map((group) =>
      diagnose('pack/links-too-many', {
        ...at(group),
        seen: `${group.length} objectives that hang together: ${group.join(', ')}`,
        allowed: `at most ${mostLinked}, by waits-on and shares-action`,
        repair: 'Take out the links that matter least: a plan looks at every choice among them.',
      }),
    ),
  ];
}

/** Levels in `planning.json` that the framework does not have. */
export function checkPlanning({ planning, framework }: PackContent): readonly Diagnostic[] {
  return planning.stepDaysByLevel.flatMap(({ level }, index) =>
    unknownNames(
      { file: 'planning.json', place: `level ${level}`, path: `/stepDaysByLevel/${index}/level` },
      [level],
      framework.levels.map((each) => each.level),
    ),
  );
}
