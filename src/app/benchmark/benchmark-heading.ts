import type { BenchmarkReport } from '../../model/benchmark-report.ts';

/** Who is compared with whom, when and from what, in plain English. */
export function benchmarkHeading({
  name,
  panel,
  comparison,
  others,
  own,
  sources,
  pack,
  otherPanels,
}: BenchmarkReport): {
  readonly title: string;
  readonly sentences: readonly string[];
} {
  const { group, period } = comparison;
  const many =
    others === null
      ? 'no figure of them is given'
      : others.fewest === others.most
        ? `${others.most} others answered each objective`
        : `${others.fewest} to ${others.most} others answered an objective`;
  const access = panel.access === 'public' ? 'public: nothing is withheld' : 'confidential';
  return {
    title: `${name} beside ${group.name}, ${period}`,
    sentences: [
      `Panel ${panel.id}${panel.name === panel.id ? '' : `: ${panel.name}`}, ${access}; ${many}.`,
      `Version ${panel.version.slice(0, 12)}; rules version ${pack.version}.${panel.source === null ? ' Its source is not said.' : ` Source: ${panel.source}.`}`,
      ...(otherPanels.length === 0
        ? []
        : [`Other panels that fit: ${otherPanels.map(({ id }) => id).join(', ')}.`]),
      ...ownSentences(own, name, period),
      ...sources.map(
        ({ about, publisher, licence, attribution }) =>
          `${about === 'organisations' ? 'Types and regions' : 'Neighbours'}: ${publisher}. ${licence}.${attribution === null ? '' : ` ${attribution}`}`,
      ),
    ],
  };
}

function ownSentences({ from }: BenchmarkReport['own'], name: string, period: string): readonly string[] {
  if (from === 'panel')
    return [`No ${period} assessment of ${name} is held here: its scores are those of the panel.`];
  return from === 'nowhere'
    ? [`No ${period} assessment of ${name} is held here, so only the others are shown.`]
    : [];
}
