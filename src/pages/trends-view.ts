import type { MoveReport } from '../app/trends/move-report.ts';
import type { Backtest } from '../model/backtest.ts';
import type { Outcome } from '../model/follow-up.ts';
import type { ScoreChange, Transition, Trends } from '../model/trends.ts';
import type { PageContext } from './frame/page-context.ts';
import { levelWords, stanceWords } from './parts/words.ts';

/** Levels by period and section, every objective over the periods, and what moved between them, latest first, with the words of `moves`. */
export function trendsView(context: PageContext, trends: Trends, moves: MoveReport | null) {
  const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`);
  const periods = trends.periods.map(({ period }) => period);
  return {
    satisfactory: levelWords(context.framework, trends.satisfactory),
    conventions: [
      ...Object.values(trends.conventions),
      ...(trends.earlierFrameworks ?? []).map(({ sentence }) => sentence),
    ],
    labels: trends.labels,
    periods: trends.periods.toReversed().map(({ period, whole, sections }) => ({
      period,
      rows: [...sections, whole].map((one) => ({
        name: one.name,
        whole: one.section === null,
        n: one.n,
        leftOut: one.notApplicable + one.notScored,
        levels: one.levels.map(({ count }) => count),
        satisfactory: one.satisfactory.count,
        share: percent(one.satisfactory.share),
        mean: one.mean === null ? '–' : one.mean.toFixed(2),
      })),
    })),
    span: periods.join(' to '),
    noTransitions: trends.noTransitions,
    /** Where another return comes from, while there is one. */
    another:
      periods.length > 1
        ? null
        : { year: context.links.page('assessments'), importing: context.links.page('import') },
    history: historyView(context, trends),
    transitions: trends.transitions
      .toReversed()
      .map((transition) => transitionView(context, transition, moves)),
  };
}

type Moved = Extract<ScoreChange, { readonly kind: 'higher' | 'lower' | 'same' }>;

/** The score of every objective in each period, by section, with what rose and fell since the period before by sign. */
function historyView({ framework, links }: PageContext, { periods, transitions }: Trends) {
  const cellsOf = (number: number) => {
    const changes = transitions.map(({ changes }) => changes.find(({ objective }) => objective === number));
    return [
      { label: changes[0]?.from ?? '–', sign: '', words: '' },
      ...changes.map((change) => ({
        label: change?.to ?? '–',
        sign: change?.kind === 'higher' ? '▲' : change?.kind === 'lower' ? '▼' : '',
        words: change?.kind === 'higher' ? 'higher' : change?.kind === 'lower' ? 'lower' : '',
      })),
    ];
  };
  if (transitions.length === 0) return null;
  return {
    periods: periods.map(({ period }) => period),
    sections: framework.sections.map(({ id, name }) => ({
      name,
      rows: framework.objectives
        .filter(({ section }) => section === id)
        .map(({ number, name: of }) => ({
          ...{ objective: number, name: of, href: links.objective(number), cells: cellsOf(number) },
        })),
    })),
  };
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  done: 'done',
  'carried-on': 'carried on',
  changed: 'changed',
  'not-stated': 'not stated what became of it',
};

function transitionView(
  { links }: PageContext,
  { from, to, whole, sections, changes }: Transition,
  report: MoveReport | null,
) {
  const told = report !== null && report.from === from && report.to === to ? report.moves : [];
  const why = (objective: number) => {
    const move = told.find((one) => one.objective === objective);
    return move === undefined
      ? null
      : {
          quote: move.words.map(({ quote }) => quote).join(' … '),
          actions: move.actions.map(({ quote, outcome }) => ({ quote, outcome: outcomeWords[outcome] })),
        };
  };
  const moved = changes.filter((change): change is Moved => change.kind !== 'not-comparable');
  const list = (name: string, id: string, which: (one: Moved) => boolean) => ({
    name,
    id: `${id}-${to}`,
    rows: moved.filter(which).map((one) => ({
      objective: one.objective,
      name: one.name,
      href: links.objective(one.objective),
      from: one.from,
      to: one.to,
      why: why(one.objective),
    })),
  });
  return {
    from,
    to,
    told: told.length > 0,
    sentences: [whole.higher.sentence, whole.lower.sentence],
    same: whole.same,
    n: whole.n,
    sections: sections.map((one) => ({
      name: one.name,
      n: one.n,
      higher: one.higher.count,
      agreed: one.higher.fromAgreedStandard,
      lower: one.lower.count,
      same: one.same,
    })),
    lists: [
      list('Higher, with a comment in both periods', 'higher', isWholeRise),
      list(
        'Higher by half a level',
        'half',
        (one) => one.kind === 'higher' && one.halfStep && !one.fromAgreedStandard,
      ),
      list(
        `Higher, from an agreed standard: no comment in ${from} to compare with`,
        'agreed',
        (one) => one.kind === 'higher' && one.fromAgreedStandard,
      ),
      list('Lower', 'lower', (one) => one.kind === 'lower'),
    ],
    apart: changes
      .filter((change) => change.kind === 'not-comparable')
      .map(({ objective, name, reason }) => ({ objective, name, reason, href: links.objective(objective) })),
  };
}

function isWholeRise(one: Moved): boolean {
  return one.kind === 'higher' && !one.halfStep && !one.fromAgreedStandard;
}

/** Advice for the latest period from the one before alone, beside what was reached, ready to print. */
export function backtestView({ links }: PageContext, backtest: Backtest) {
  return {
    basedOn: backtest.basedOn,
    period: backtest.period,
    n: backtest.n,
    sentences: [
      ...backtest.stances.filter(({ n }) => n > 0).map(({ sentence }) => sentence),
      backtest.open.sentence,
      backtest.capped.sentence,
      ...(backtest.leftOut.count > 0 ? [backtest.leftOut.sentence] : []),
    ],
    stances: backtest.stances.map(({ stance, n, at, above, below }) => ({
      name: stanceWords[stance].name,
      n,
      at,
      above,
      below,
    })),
    outcomes: backtest.outcomes.map((one) => ({
      objective: one.objective,
      name: one.name,
      href: links.objective(one.objective),
      before: one.before,
      target: one.target,
      stance: stanceWords[one.stance].name,
      ceiling: one.ceiling,
      reached: one.reached,
      against: one.against,
    })),
  };
}
