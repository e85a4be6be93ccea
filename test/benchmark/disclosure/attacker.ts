import { createRequire } from 'node:module';
import type highsModule from 'highs';
import type { CauseRelease } from '../../../src/benchmark/disclosure/cause-release.ts';
import type { Release } from '../../../src/benchmark/disclosure/release.ts';
import type { UptakeRelease } from '../../../src/benchmark/disclosure/uptake-release.ts';
import { knownCauses, type PanelRows } from './open-rows.ts';

// The package's types describe what `require` gives, not what `import` does.
const loadHighs: (typeof highsModule)['default'] = createRequire(import.meta.url)('highs');

/** A figure that the attacker holds, and whom it is about. */
export interface HeldFigure {
  readonly period: string;
  readonly members: readonly string[];
  readonly places?: Release;
  /** Of moves into the period; `members` are the movers. */
  readonly moves?: UptakeRelease;
  readonly before?: string;
  readonly causes?: readonly CauseRelease[];
}

/** An answer that the attacker can tell: what somebody scored, or that it gave a cause or did not. */
export interface PinnedAnswer {
  readonly organisation: string;
  readonly period: string;
  readonly what: string;
}

/**
 * What a viewer can tell for certain of other organisations on objective 1. It knows who is in the panel and in which
 * groups, the scale from 1 to 4, who answered when and who is counted as a mover, at which level each cause stands, and all of its own answers;
 * it holds figures, and a linear programme: an answer is pinned if in no way of dealing out answers, even in fractions,
 * is it another one.
 */
export async function pinnedBy(
  rows: PanelRows,
  viewer: string | null,
  figures: readonly HeldFigure[],
): Promise<readonly PinnedAnswer[]> {
  const highs = await loadHighs();
  const scored = rows.scores.flatMap((row) =>
    row.achieved === null ? [] : [{ ...row, achieved: row.achieved }],
  );
  const levels = [1, 2, 3, 4];
  const labels = [
    ...new Set([
      ...levels.map((level) => `${level} `),
      ...scored.map((row) => `${row.achieved} ${row.workingTowards ?? ''}`),
    ]),
  ];
  const levelOf = (label: string) => Number(label.split(' ')[0]);
  const numbers = new Map(rows.organisations.map(({ organisation }, index) => [organisation, index]));
  const periods = [...new Set(rows.scores.map((row) => row.period))].sort();
  const id = (organisation: string, period: string) =>
    `${numbers.get(organisation)}_${periods.indexOf(period)}`;
  const v = (organisation: string, period: string, label: string) =>
    `v_${id(organisation, period)}_${labels.indexOf(label)}`;
  const atLevel = (organisation: string, period: string, wanted: (level: number) => boolean) =>
    labels.filter((label) => wanted(levelOf(label))).map((label) => v(organisation, period, label));
  const sum = (names: readonly string[]) => (names.length === 0 ? '0 zero' : names.join(' + '));
  const lines: string[] = ['zero = 0'];
  for (const row of scored) {
    lines.push(`${sum(labels.map((label) => v(row.organisation, row.period, label)))} = 1`);
    if (row.organisation === viewer)
      lines.push(`${v(row.organisation, row.period, `${row.achieved} ${row.workingTowards ?? ''}`)} = 1`);
  }
  const w = (organisation: string, period: string, from: number, to: number) =>
    `w_${id(organisation, period)}_${from}_${to}`;
  const joined = new Set<string>();
  const causesOf = new Set<string>();
  for (const { period, members, places, moves, before = '', causes } of figures) {
    if (places?.give === 'counts')
      for (const label of labels) {
        const n =
          places.places.find((each) => `${each.achieved} ${each.workingTowards ?? ''}` === label)?.n ?? 0;
        lines.push(`${sum(members.map((member) => v(member, period, label)))} = ${n}`);
      }
    if (places?.give === 'nearly-all') {
      const at = members.flatMap((member) => atLevel(member, period, (level) => level === places.achieved));
      lines.push(`${sum(at)} >= ${places.n - 2}`);
    }
    if (moves?.give === 'counts') {
      for (const member of members) {
        if (joined.has(id(member, period))) continue;
        joined.add(id(member, period));
        for (const level of levels) {
          const from = levels.map((to) => w(member, period, level, to));
          const to = levels.map((was) => w(member, period, was, level));
          const same = (other: string, names: readonly string[]) =>
            `${sum(names)} - ${atLevel(member, other, (each) => each === level).join(' - ')} = 0`;
          lines.push(same(before, from), same(period, to));
        }
      }
      for (const from of levels) {
        const step = moves.steps.find((each) => each.from === from);
        const ways = (wanted: (to: number) => boolean) =>
          sum(members.flatMap((member) => levels.filter(wanted).map((to) => w(member, period, from, to))));
        if (step === undefined) lines.push(`${ways(() => true)} <= 10`);
        else lines.push(`${ways(() => true)} = ${step.n}`, `${ways((to) => to > from)} = ${step.reached}`);
      }
    }
    // Of a cause that is not listed where others are it takes it that nobody gave it.
    const silent = knownCauses
      .filter(({ id: cause }) => causes !== undefined && causes.every((each) => each.cause !== cause))
      .map(({ id: cause }) => ({ cause, under: 0, beyond: null }));
    for (const { cause, under, beyond } of [...(causes ?? []), ...silent]) {
      const level = (rows.causes ?? []).find((each) => each.cause === cause)?.level ?? 0;
      const given = (member: string) => `c_${id(member, period)}_${cause}`;
      const past = (member: string) => `b_${id(member, period)}_${cause}`;
      causesOf.add(`${period} ${cause}`);
      for (const member of members) {
        const above = atLevel(member, period, (each) => each > level);
        const below = atLevel(member, period, (each) => each <= level);
        lines.push(`${given(member)} <= 1`, `${past(member)} - ${given(member)} <= 0`);
        lines.push(`${past(member)} - ${above.length === 0 ? 'zero' : above.join(' - ')} <= 0`);
        lines.push(
          `${given(member)} - ${past(member)} - ${below.length === 0 ? 'zero' : below.join(' - ')} <= 0`,
        );
        if (member === viewer) {
          const own = (rows.causes ?? []).some(
            (each) => each.organisation === viewer && each.period === period && each.cause === cause,
          );
          lines.push(`${given(member)} = ${own ? 1 : 0}`);
        }
      }
      const guarded = (count: typeof under, names: readonly string[], of: number | null) => {
        if (typeof count === 'number') lines.push(`${sum(names)} = ${count}`);
        if (count === 'fewer-than-ten') lines.push(`${sum(names)} <= 10`);
        if (count === 'nearly-all' && of !== null) lines.push(`${sum(names)} >= ${of - 2}`);
      };
      guarded(under, members.map(given), members.length);
      if (beyond !== null) guarded(beyond, members.map(past), typeof under === 'number' ? under : null);
    }
  }
  const secrets = [
    ...scored
      .filter(({ organisation }) => organisation !== viewer)
      .map((row) => ({
        organisation: row.organisation,
        period: row.period,
        what: `scored ${row.achieved}`,
        other: atLevel(row.organisation, row.period, (level) => level !== row.achieved),
        sign: 1,
      })),
    ...scored
      .filter(({ organisation }) => organisation !== viewer)
      .flatMap((row) =>
        [...causesOf]
          .filter((each) => each.startsWith(`${row.period} `))
          .map((each) => {
            const cause = each.slice(row.period.length + 1);
            const gave = (rows.causes ?? []).some(
              (one) =>
                one.organisation === row.organisation && one.period === row.period && one.cause === cause,
            );
            return {
              organisation: row.organisation,
              period: row.period,
              what: `${gave ? 'gave' : 'did not give'} ${cause}`,
              other: [`c_${id(row.organisation, row.period)}_${cause}`],
              sign: gave ? -1 : 1,
            };
          }),
      ),
  ];
  let open = secrets;
  for (;;) {
    // One programme for all that may still be pinned: as much of each other answer as there can be together.
    const wanted = open.flatMap(({ other, sign }) => other.map((name) => `${sign < 0 ? '-' : '+'} ${name}`));
    if (wanted.length === 0) break;
    const text = `Maximize\n obj: ${wrap(wanted.join(' '))}\nSubject To\n${lines.map((line) => ` ${wrap(line)}`).join('\n')}\nEnd\n`;
    const solved = highs.solve(text);
    if (solved.Status !== 'Optimal') throw new Error(solved.Status);
    const valueOf = (name: string) => solved.Columns[name]?.Primal ?? 0;
    const left = open.filter(({ other, sign }) => {
      const value = other.reduce((all, name) => all + valueOf(name), 0);
      return (sign < 0 ? 1 - value : value) < 1e-6;
    });
    if (left.length === open.length) break;
    open = left;
  }
  return open.map(({ organisation, period, what }) => ({ organisation, period, what }));
}

/** Lines of at most some hundred characters, as the format wants them. */
function wrap(text: string): string {
  return text.replaceAll(/(.{200}\S*) /g, '$1\n ');
}
