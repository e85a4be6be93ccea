import type { RulesProof } from '../../app/rules/prove-rules.ts';
import { table } from './table.ts';
import { indented, wrap } from './wrap.ts';

type ProvenPack = RulesProof['packs'][number];
type Part = ProvenPack['groups'][number]['parts'][number];
type Example = ProvenPack['counterexamples'][number];

const limits = { 'no-limit': 'none', 'one-limit': 'one', 'any-limits': 'any number' } as const;

/** A proof in lines: what holds, over which cases, and each counterexample as a file for `cases/`, in one piece. */
export function describeProof({ packs, properties }: RulesProof, width: number): readonly string[] {
  const saysOf = (name: string) => properties.find(({ property }) => property === name)?.says ?? name;
  const rowsOfAll = packs.flatMap(({ groups }) => groups.flatMap(({ parts }) => parts.map(partRow)));
  return packs.flatMap(({ pack, cases, groups, counterexamples }, index) => {
    const broken = counterexamples.map(({ property }) => property);
    return [
      ...(index === 0 ? [] : ['']),
      ...wrap(
        broken.length === 0
          ? `${pack}: what must always hold does, in each of ${amount(cases)} cases.`
          : `${pack}: ${broken.length} of ${properties.length} things that must always hold ${broken.length === 1 ? 'does' : 'do'} not; ${amount(cases)} cases were answered.`,
        width,
      ),
      ...properties.flatMap(({ property, says }) =>
        indented(`${broken.includes(property) ? 'Not so: ' : ''}${says}.`, width, 2),
      ),
      ...groups.flatMap(({ objectives, rules, parts }) => [
        '',
        ...wrap(
          `${objectives.length === 1 ? 'Objective' : 'Objectives'} ${ranges(objectives)}${rules.length === 0 ? ', which no rule of the standard is about' : `, with ${rules.join(', ')}`}:`,
          width,
        ),
        ...table(columns, parts.map(partRow), width, rowsOfAll),
      ]),
      ...counterexamples.flatMap((each) => ['', ...example(each, saysOf(each.property), width)]),
    ];
  });
}

const columns = [
  { title: 'Limits said' },
  { title: 'Cases', numeric: true },
  { title: 'Of', numeric: true },
  { title: 'Covered', flexible: true },
] as const;

function partRow({ part, method, of, strength, cases, drawn }: Part): readonly string[] {
  const covered =
    method === 'exhaustive'
      ? 'every case'
      : `every combination of any ${strength} facts (${amount(cases - drawn)}), and ${amount(drawn)} drawn`;
  return [limits[part], amount(cases), amount(of), covered];
}

function example(
  { sentence, facts, case: written }: Example,
  says: string,
  width: number,
): readonly string[] {
  const given = Object.entries(facts).map(([fact, value]) => `${fact} ${value}`);
  return [
    ...wrap(`Not so: ${says}.`, width),
    ...indented(sentence, width, 2),
    ...indented(`Where: ${given.join('; ')}.`, width, 2),
    ...(written === null
      ? indented('No words are known that a comment could say this with.', width, 2)
      : [
          ...indented('As a file for cases/, where rules test finds it too:', width, 2),
          '',
          JSON.stringify({ cases: [written] }, null, 2),
        ]),
  ];
}

/** Numbers in order, those that follow each other as a range: "1–3, 7". */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** "24,300"; beyond a thousand million in powers of ten. */
function amount(count: number): string {
  if (count < 1e9) return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  const [digits, power] = count.toExponential(1).split('e+');
  return `about ${digits} × 10^${power}`;
}
