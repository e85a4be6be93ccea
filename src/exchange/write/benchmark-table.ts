import type { CsvValue } from '../../kernel/csv.ts';
import type { BenchmarkReport } from '../../model/benchmark-report.ts';
import type { ComparedObjective, ComparedPool, Distribution, Standing } from '../../model/comparison.ts';
import type { Uptake } from '../../model/uptake.ts';

/** The columns with which every row of a benchmark begins: what it is, whose, and beside whom. */
export const benchmarkStamp = [
  ...['document', 'organisation', 'name', 'label', 'framework', 'packVersion', 'panel', 'panelName'],
  ...['access', 'panelVersion', 'source', 'period', 'group', 'kind', 'part', 'partName'],
] as const;

const figures = [
  ...['own', 'ownState', 'given', 'withheld', 'n', 'objectives', 'pooled'],
  ...['lowerQuartile', 'median', 'upperQuartile'],
  ...['satisfactory', 'satisfactoryShare', 'satisfactoryLow', 'satisfactoryHigh'],
  ...['lower', 'same', 'higher', 'position', 'distance', 'words'],
  ...['stepPeriods', 'stepFrom', 'stepTo', 'stepReached', 'stepN', 'stepBasis', 'stepBand'],
] as const;

/**
 * The columns of a benchmark as a table, in order: the stamp, figures, how many others are at each level, and the same in
 * words. `own` of a pool is the mean; shares and positions are from 0 to 1.
 */
export function benchmarkColumns(levels: readonly number[]): readonly string[] {
  return [...benchmarkStamp, ...figures, ...levels.map((level) => `at${level}`), 'sentence'];
}

/** What the words of a file need beside the report. */
export interface BenchmarkWords {
  /** Levels of the standard, lowest first. */
  readonly levels: readonly number[];
  /** Why figures are withheld, by the reason. */
  readonly withheld: Readonly<Record<string, string>>;
}

/**
 * A benchmark as rows of `benchmarkColumns`: the whole, sections and objectives; then what is only words: reasons and
 * circumstances across the panel, published averages, who is in the figures, and what each figure means. What is not
 * given is empty, with the reason in `withheld`.
 */
export function benchmarkRows(
  report: BenchmarkReport,
  { levels, withheld }: BenchmarkWords,
): readonly (readonly CsvValue[])[] {
  const { comparison, panel, uptake, caps } = report;
  const { whole, sections, objectives } = comparison;
  const stamp: readonly CsvValue[] = [
    ...['benchmark', report.organisation, report.name, report.label, report.framework, report.pack.version],
    ...[panel.id, panel.name, panel.access, panel.version, panel.source],
    ...[comparison.period, comparison.group.name],
  ];
  const steps = new Map((uptake?.objectives ?? []).map((one) => [one.objective, one]));
  const row = (
    part: readonly [kind: string, id: CsvValue, name: string],
    cells: readonly CsvValue[],
    sentence: string,
  ) => [...stamp, ...part, ...cells, sentence];
  const nothing: readonly CsvValue[] = Array.from({ length: figures.length + levels.length }, () => null);
  const said = (kind: string, name: string, sentence: string) => row([kind, null, name], nothing, sentence);
  return [
    ...[whole, ...sections].map((pool) =>
      row(
        [pool.section === null ? 'whole' : 'section', pool.section, pool.name],
        ofPool(pool),
        pool.sentence,
      ),
    ),
    ...objectives.map((one) => row(['objective', one.objective, one.name], ofObjective(one), one.sentence)),
    ...caps.causes.map(({ name, sentence }) => said('reason', name, sentence)),
    ...caps.lifts.map(({ name, sentence }) => said('circumstance', name, sentence)),
    ...(caps.note === null ? [] : [said('note', '', caps.note)]),
    ...report.published.map(({ name, sentence }) => said('published', name, sentence)),
    ...report.left.map((sentence) => said('who', '', sentence)),
    ...report.definitions.map(({ term, text }) => said('definition', term, text)),
  ];

  function ofPool({ own, others, standing, objectives: all, pooled }: ComparedPool): readonly CsvValue[] {
    return [
      ...[own?.mean ?? null, null, others === null ? 'nothing' : 'counts', null, others?.n ?? null],
      ...[all, pooled.length, ...spread(others), ...place(standing, others?.n ?? 0), ...step(undefined)],
      ...at(others),
    ];
  }

  function ofObjective({ objective, own, others, standing }: ComparedObjective): readonly CsvValue[] {
    const counts = others.give === 'counts' ? others : null;
    const because =
      others.give === 'counts' ? null : others.give === 'nothing' ? others.because : others.give;
    return [
      ...[own.score?.label ?? null, own.state, others.give],
      ...[
        because === null ? null : (withheld[because] ?? because),
        others.give === 'nothing' ? null : others.n,
      ],
      ...[null, null, ...spread(counts), ...place(standing, counts?.n ?? 0), ...step(steps.get(objective))],
      ...at(counts),
    ];
  }

  function at(others: Pick<Distribution, 'levels'> | null): readonly CsvValue[] {
    return levels.map((level) => others?.levels.find((each) => each.level === level)?.count ?? null);
  }
}

function spread(others: Distribution | null): readonly CsvValue[] {
  if (others === null) return [null, null, null, null, null, null, null];
  const { quartiles, satisfactory } = others;
  return [
    ...[quartiles.lower.label, quartiles.median.label, quartiles.upper.label],
    ...[satisfactory.count, satisfactory.share, satisfactory.low, satisfactory.high],
  ];
}

function place(standing: Standing | null, n: number): readonly CsvValue[] {
  if (standing === null) return [null, null, null, null, null, null];
  const { lower, higher, position, distance, words } = standing;
  return [lower, n - lower - higher, higher, position, distance, words];
}

function step(found: Uptake | undefined): readonly CsvValue[] {
  if (found === undefined) return [null, null, null, null, null, null, null];
  const { periods, from, to, reached, basis, band } = found;
  return [
    ...[`${periods.from} to ${periods.to}`, from, to],
    ...[reached?.count ?? null, reached?.n ?? null, basis, band],
  ];
}
