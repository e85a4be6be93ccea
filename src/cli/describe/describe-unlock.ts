import { choiceOrder, type Unlock, type UnlockChoice, type UnlockCircumstance } from '../../model/unlock.ts';
import type { Pack } from '../../pack/pack.ts';
import { terminal } from '../terminal/terminal.ts';
import { standingOf } from './standing-of.ts';
import { table } from './table.ts';
import { indented, wrap } from './wrap.ts';

/** From this width on, a number that stands alone has its name beside it. */
const wide = 120;

type Label = (objective: number) => string;

/** What would rise if circumstances changed, as lines of a width. */
export function describeUnlock(
  answer: Unlock,
  { factors, framework }: Pack,
  width: number,
): readonly string[] {
  const { capped, liftable, objectives, circumstances, bestOne, bestTwo } = answer;
  const named = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const name = factors.find((factor) => factor.id === id)?.name ?? id;
        return answer.factors[id] === 'claimed' ? `${name} (claimed)` : name;
      })
      .join(' and ');
  const names = new Map(framework.objectives.map(({ number, name }) => [number, name]));
  const label: Label = (objective) =>
    width < wide ? `#${objective}` : `#${objective} ${names.get(objective) ?? ''}`.trim();
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [...wrap(title, width).map(terminal.heading), ...lines, ''];
  const useful = circumstances.filter(
    ({ raises, together, notEnough }) => raises.length + together.length + notEnough.length > 0,
  );
  const remaining = objectives.filter(({ askAgain }) => askAgain.length > 0);
  return [
    ...wrap(
      `Of ${capped} capped objectives, ${liftable} would have a higher ceiling if circumstances changed. A higher ceiling is room, not a promise.`,
      width,
    ),
    '',
    ...part('Which first', [
      ...choiceLines('The best next one', bestOne, named, label, width),
      ...choiceLines('The best two', bestTwo, named, label, width),
      ...(bestOne === null && bestTwo === null
        ? []
        : wrap(`First comes the choice with ${choiceOrder}.`, width)),
    ]),
    ...part(
      'Circumstances',
      useful.length === 0
        ? []
        : [
            ...table(
              [
                { title: 'Circumstance', flexible: true },
                { title: 'State' },
                { title: 'Raises by itself', flexible: true },
                { title: 'With others' },
                { title: 'Not enough' },
              ],
              useful.map((one) => circumstanceRow(one, label)),
              width,
            ),
            ...wrap(
              'With others: raised, or raised further, only together with others. Not enough: a reason stays that no circumstance lifts. Claimed: a score implies it, and nobody has confirmed it.',
              width,
            ),
          ],
    ),
    ...part(
      'Capped objectives that would rise',
      objectives
        .filter(({ ways }) => ways.length > 0)
        .flatMap(({ objective, name, because }) => [
          ...wrap(`${objective} ${name}`, width),
          ...indented(because, width, 2),
        ]),
    ),
    ...part(
      'What no circumstance lifts: ask again',
      remaining.flatMap(({ objective, name, ways, factors: depends, because, askAgain }) => [
        ...wrap(`${objective} ${name}`, width),
        ...(ways.length > 0 || depends.length === 0 ? [] : indented(because, width, 2)),
        ...askAgain.flatMap(({ causeName, level, evidence, ...cause }) =>
          indented(
            `${causeName}, at ${level}: ${evidence.map(({ quote }) => `“${quote}”`).join(' ')} [${standingOf(cause)}]`,
            width,
            4,
          ),
        ),
      ]),
    ),
  ].slice(0, -1);
}

function choiceLines(
  title: string,
  choice: UnlockChoice | null,
  named: (ids: readonly string[]) => string,
  label: Label,
  width: number,
): readonly string[] {
  if (choice === null) return [];
  const { factors, objectives, levels, equal } = choice;
  const raises = `${count(objectives.length, 'objective')} by ${count(levels, 'level')} in all`;
  return [
    ...wrap(`${title}: ${named(factors)}. Raised: ${raises}, ${list(objectives, label)}.`, width),
    ...(equal.length === 0 ? [] : indented(`As many: ${equal.map(named).join('; ')}.`, width, 2)),
  ];
}

function circumstanceRow({ name, state, raises, together, notEnough }: UnlockCircumstance, label: Label) {
  const alone = raises
    .map(({ objective, from, ceiling }) => `${label(objective)} ${from} to ${ceiling}`)
    .join(', ');
  return [name, state, alone || 'nothing', list(together, label), list(notEnough, label)];
}

function list(objectives: readonly number[], label: Label): string {
  return objectives.map(label).join(', ');
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}
