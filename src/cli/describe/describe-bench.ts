import type { RulesBench } from '../../app/rules/rules-bench.ts';
import { writtenCount } from '../../model/written-count.ts';
import { ways } from '../../speed/ways.ts';
import { table } from './table.ts';
import { indented, wrap } from './wrap.ts';

/** Fewer cases than these are answered so soon that the start of a query counts. */
const fewCases = 5000;

/** How fast rules are answered, in lines: a table for each pack, then how it was measured. */
export function describeBench({ machine, method, packs }: RulesBench, width: number): readonly string[] {
  return [
    ...packs.flatMap((pack) => [...describePack(pack, width), '']),
    ...wrap(`Node ${machine.node}, ${machine.processors} × ${machine.processor}.`, width),
    '',
    ...wrap('How it is measured', width),
    ...method.flatMap((sentence) => indented(sentence, width, 2)),
  ];
}

function describePack(pack: RulesBench['packs'][number], width: number): readonly string[] {
  const { cases, organisations, objectives, rules, answering, unlock, reading } = pack;
  const over = `${organisations} drawn organisations × ${objectives} objectives`;
  return [
    ...wrap(
      `${pack.pack}: ${whole(cases)} cases (${over}), ${rules.ceilings} ceiling and ${rules.targets} target rules. The answers of all ways agree.`,
      width,
    ),
    '',
    ...table(
      [
        { title: 'Answered by', flexible: true },
        { title: 'Cases', numeric: true },
        { title: 'Cases/s', numeric: true },
        { title: '× baseline', numeric: true },
        { title: 'Aim', numeric: true },
      ],
      answering.map((row) => [
        ways[row.way].title,
        whole(row.cases),
        whole(row.perSecond),
        row.timesBaseline.toFixed(1),
        row.aim === null ? '' : `${row.aim}`,
      ]),
      width,
    ),
    ...(cases >= fewCases
      ? []
      : [
          '',
          ...wrap(
            'So few cases are answered so soon that the start of a query counts: the aims are for some twenty thousand.',
            width,
          ),
        ]),
    '',
    ...wrap(
      unlock === null
        ? 'What would rise: not measured, as there are no worked cases.'
        : `What would rise: ${milliseconds(unlock.milliseconds)} for ${unlock.objectives} objectives (${unlock.capped} capped, ${unlock.liftable} would rise) and all ${unlock.sets} circumstances and pairs of them (aim: under ${unlock.aim} ms). The whole advice once for each takes ${milliseconds(unlock.wholeAdviceMilliseconds)}, ${(unlock.wholeAdviceMilliseconds / unlock.milliseconds).toFixed(0)} times as long.`,
      width,
    ),
    ...wrap(
      reading === null
        ? 'Reading: not measured, as there are no worked cases.'
        : `Reading: ${whole(reading.perSecond)} comments a second, of ${whole(reading.characters / reading.comments)} characters on average (aim: ${whole(reading.aim)}).`,
      width,
    ),
  ];
}

function whole(value: number): string {
  return writtenCount(Math.round(value));
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}
