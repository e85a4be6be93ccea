import type { CauseAcross, LiftAcross, PanelCaps } from '../../model/panel-caps.ts';
import type { Pack } from '../../pack/pack.ts';
import type { CauseRelease, GuardedCount } from '../disclosure/cause-release.ts';
import type { LiftRelease } from '../disclosure/lift-release.ts';
import { describeCause, describeLift } from './describe-caps.ts';

/** What the caps across a panel are told from. */
export interface PanelCapsInput {
  readonly pack: Pick<Pack, 'framework' | 'causes' | 'factors'>;
  readonly period: string;
  readonly causes: readonly { readonly objective: number; readonly releases: readonly CauseRelease[] }[];
  readonly lifts: readonly LiftRelease[];
  /** What the panel's rows came with. */
  readonly holds: { readonly causes: boolean; readonly factors: boolean };
}

/**
 * What caps the organisations of a panel in one period: by cause and control, and which circumstance would raise most
 * if it were there for everybody. Sums are over objectives whose counts are told as numbers; how many are not is said.
 * In order they stand by how many there are at least, so that one of nearly all comes before one of a few.
 */
export function panelCaps({ pack, period, causes, lifts, holds }: PanelCapsInput): PanelCaps {
  const name = (number: number) =>
    pack.framework.objectives.find((each) => each.number === number)?.name ?? `${number}`;
  const given = causes.flatMap(({ objective, releases }) =>
    releases.map((release) => ({ ...release, objective, name: name(objective) })),
  );
  const byCause = Map.groupBy(given, ({ cause, control }) => `${cause} ${control}`);
  const across = [...byCause.values()].flatMap((found): readonly CauseAcross[] => {
    const [first] = found;
    if (first === undefined) return [];
    const told = found.flatMap(({ under, beyond }) =>
      typeof under === 'number' && typeof beyond === 'number' ? [{ under, beyond }] : [],
    );
    const one = {
      cause: first.cause,
      name: pack.causes.find(({ id }) => id === first.cause)?.name ?? first.cause,
      control: first.control === 'external' ? ('external' as const) : ('internal' as const),
      under: sum(found.map(({ under }) => under)),
      beyond:
        told.length === 0
          ? null
          : { count: sum(told.map(({ beyond }) => beyond)), n: sum(told.map(({ under }) => under)) },
      fewer: found.filter(({ under }) => under === 'fewer-than-ten').length,
      withheld: found.filter(({ under }) => under === 'withheld').length,
      objectives: found
        .map(({ objective, name: called, under, beyond }) => ({ objective, name: called, under, beyond }))
        .sort((a, b) => size(b.under) - size(a.under) || a.objective - b.objective),
    };
    return [{ ...one, sentence: describeCause(one) }];
  });
  const byFactor = Map.groupBy(lifts, ({ factor }) => factor);
  const lifted = [...byFactor].map(([factor, found]): LiftAcross => {
    const one = {
      factor,
      name:
        factor === null
          ? 'all circumstances together'
          : (pack.factors.find(({ id }) => id === factor)?.name ?? factor),
      rises: sum(found.map(({ rises }) => rises)),
      fewer: found.filter(({ rises }) => rises === 'fewer-than-ten').length,
      withheld: found.filter(({ rises }) => rises === 'withheld').length,
      objectives: found
        .map(({ objective, rises, n }) => ({ objective, name: name(objective), rises, n }))
        .sort((a, b) => size(b.rises) - size(a.rises) || a.objective - b.objective),
    };
    return { ...one, sentence: describeLift(one) };
  });
  return {
    period,
    causes: across.sort(
      (a, b) => causeSurely(b) - causeSurely(a) || inOrder(a.name, b.name) || inOrder(a.control, b.control),
    ),
    lifts: lifted.sort(
      (a, b) => last(a) - last(b) || liftSurely(b) - liftSurely(a) || inOrder(a.name, b.name),
    ),
    note: noteOf(holds, given.length + lifts.length > 0),
  };
}

/** How many gave a cause at least: nearly all are ten or more. */
function causeSurely({ under, objectives }: CauseAcross): number {
  return under + 10 * objectives.filter((each) => each.under === 'nearly-all').length;
}

/** How many ceilings would rise at least: nearly all are all but ten at most, and eleven or more. */
function liftSurely({ rises, objectives }: LiftAcross): number {
  return objectives.reduce(
    (least, one) => least + (one.rises === 'nearly-all' ? Math.max(11, one.n - 10) : 0),
    rises,
  );
}

/** All together stands after the single ones. */
function last({ factor }: LiftAcross): number {
  return factor === null ? 1 : 0;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function size(count: GuardedCount): number {
  if (typeof count === 'number') return count;
  return count === 'nearly-all' ? Number.POSITIVE_INFINITY : 0;
}

function sum(counts: readonly GuardedCount[]): number {
  return counts.reduce<number>((all, each) => all + (typeof each === 'number' ? each : 0), 0);
}

function noteOf({ causes, factors }: PanelCapsInput['holds'], some: boolean): string | null {
  const without = [...(causes ? [] : ['reasons']), ...(factors ? [] : ['circumstances'])];
  if (without.length === 0) return null;
  const rubric = causes
    ? ''
    : ' Only limits in the words of the rubric, and what circumstances lift of them, can be counted.';
  if (!causes && !some)
    return `The rows of this panel came without ${without.join(' and ')}, so nothing is counted here.`;
  const unknown = factors ? '' : ' Every circumstance is taken as not known.';
  return `The rows of this panel came without ${without.join(' and ')}.${rubric}${unknown}`;
}
