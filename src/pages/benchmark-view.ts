import { benchmarkHeading } from '../app/benchmark/benchmark-heading.ts';
import { noUptakeSentence } from '../app/benchmark/no-uptake-sentence.ts';
import { shownCaps } from '../app/benchmark/shown-caps.ts';
import type { BenchmarkReport } from '../model/benchmark-report.ts';
import type { ComparedObjective, ComparedPool, Distribution, EstimatedShare } from '../model/comparison.ts';
import { uptakeGroupWords } from '../model/uptake-group-words.ts';
import type { PageContext } from './frame/page-context.ts';

const groupNames: Readonly<Record<BenchmarkReport['groups'][number]['kind'], string>> = {
  all: 'All organisations',
  type: 'The same type',
  region: 'The same region',
  'type-and-region': 'The same type and region',
  nearest: 'The nearest',
};

/** An organisation beside others: who they are, figures with n, what is withheld, uptake and caps. */
export function benchmarkView(
  context: PageContext,
  report: BenchmarkReport,
  { panelAsked }: { readonly panelAsked: boolean },
) {
  const { framework, links, organisation } = context;
  const { comparison, groups, uptake, caps, own, panel } = report;
  const { title, sentences } = benchmarkHeading(report);
  const uptakes = new Map((uptake?.objectives ?? []).map((one) => [one.objective, one]));
  const nameOf = new Map(comparison.objectives.map((one) => [one.objective, one.name]));
  const named = (objective: number) => ({
    objective,
    name: nameOf.get(objective) ?? '',
    href: links.objective(objective),
  });
  return {
    title,
    sentences,
    label: report.label,
    satisfactory: framework.satisfactory,
    levels: framework.levels.map(({ level }) => level).toSorted((a, b) => a - b),
    form: {
      action: links.benchmark() ?? '',
      panel: panelAsked && report.otherPanels.length === 0 ? panel.id : null,
      panels:
        report.otherPanels.length === 0
          ? []
          : [panel, ...report.otherPanels]
              .toSorted((a, b) => (a.id < b.id ? -1 : 1))
              .map(({ id, name }) => ({ value: id, text: name, selected: id === panel.id })),
      groups: groups.map(({ kind, name }) => ({
        value: kind === 'all' ? '' : kind,
        text: kind === 'all' ? groupNames.all : `${groupNames[kind]}: ${name}`,
        selected: kind === comparison.group.kind,
      })),
      periods: panel.periods
        .toReversed()
        .map((period) => ({ value: period, text: period, selected: period === comparison.period })),
    },
    whole: poolView(comparison.whole),
    sections: comparison.sections.map((section) => ({
      id: section.section,
      ...poolView(section),
      rows: comparison.objectives
        .filter((one) => one.section === section.section)
        .map((one) => ({
          ...objectiveView(one),
          href: links.objective(one.objective),
          uptake: uptakeView(uptakes.get(one.objective)?.words ?? null),
        })),
    })),
    peers: uptakeGroupWords(uptake?.objectives ?? []),
    noUptake: noUptakeSentence(report),
    withheld: report.withheld.map(({ sentence, objectives }) => ({
      sentence,
      objectives: objectives.map(named),
    })),
    differing: own.differing.map((one) => ({ ...named(one.objective), here: one.here, panel: one.panel })),
    caps: {
      period: caps.period,
      note: caps.note,
      ...shownCaps(caps),
    },
    published: report.published.map(({ sentence }) => sentence),
    left: report.left,
    definitions: report.definitions,
    data: `/api/v1/organisations/${organisation.id}/benchmark${dataQuery(report)}`,
    files: ['csv', 'json', 'xlsx'].flatMap((format) => {
      const href = links.exported(`benchmark.${format}`);
      return href === null
        ? []
        : [
            {
              href: `${href}${dataQuery(report)}`,
              title: format === 'xlsx' ? 'Excel' : format.toUpperCase(),
            },
          ];
    }),
    panels: links.panels,
    register: links.register,
  };
}

function dataQuery({ panel, comparison }: BenchmarkReport): string {
  const { group, period } = comparison;
  return `?${new URLSearchParams({ panel: panel.id, group: group.kind, period })}`;
}

function poolView({ name, sentence, pooled, objectives, others, own, standing }: ComparedPool) {
  return {
    name,
    sentence,
    pooled: `${pooled.length} of ${objectives}`,
    others: others === null ? null : shareView(others.satisfactory),
    own:
      own === null ? null : shareView({ count: own.satisfactory, n: own.n, share: own.satisfactory / own.n }),
    words: standing?.words ?? null,
  };
}

/** What is said of the next step, and of whom: "stretch", "4 of 31 peers from 3". */
function uptakeView(words: string | null) {
  if (words === null) return null;
  const [said = '', ...of] = words.split(': ');
  return { said, of: of.join(': ') };
}

function objectiveView({ objective, name, own, others, standing, sentence }: ComparedObjective) {
  return {
    objective,
    name,
    sentence,
    here: own.score?.label ?? (own.state === 'not-applicable' ? 'Not applicable' : 'Not scored'),
    words: standing?.words ?? null,
    distance: standing === null ? null : signed(standing.distance),
    others: others.give === 'counts' ? countsView(others) : null,
    nearly: others.give === 'nearly-all' ? `Nearly all others hold ${others.level} (n = ${others.n})` : null,
  };
}

function countsView({ n, levels, quartiles, satisfactory }: Distribution) {
  return {
    n,
    median: quartiles.median.label,
    middle: `${quartiles.lower.label} to ${quartiles.upper.label}`,
    satisfactory: shareView(satisfactory),
    counts: levels.map(({ count }) => count),
  };
}

function shareView(one: Pick<EstimatedShare, 'count' | 'n' | 'share'> & Partial<EstimatedShare>) {
  const { count, n, share, low, high } = one;
  const rounded = Math.round(share * 100);
  const percent =
    share > 0 && rounded === 0 ? 'under 1%' : share < 1 && rounded === 100 ? 'over 99%' : `${rounded}%`;
  const interval =
    low === undefined || high === undefined ? null : `${Math.round(low * 100)} to ${Math.round(high * 100)}%`;
  return { percent, of: `${count} of ${n}`, interval };
}

function signed(distance: number): string {
  const rounded = Math.round(distance * 10) / 10;
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}
