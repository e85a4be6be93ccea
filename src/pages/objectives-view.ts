import { type Advice, type Stance, scoredAdvice } from '../model/advice.ts';
import type { PageContext } from './page-context.ts';
import { factorPrefix } from './view-state.ts';
import { cappedWords, controlWords, countWords, levelWords, stanceWords } from './words.ts';

/** What the list of objectives is narrowed to; null shows all. */
export interface ObjectiveFilter {
  readonly section: string | null;
  readonly stance: Stance | null;
  readonly capped: 'now' | 'later' | 'no' | null;
}

/** The objectives that a filter lets through, in the framework's order, and the form that sets the filter. */
export function objectivesView(context: PageContext, advice: Advice, filter: ObjectiveFilter) {
  const { framework, links, view } = context;
  const shown = advice.objectives.filter((one) => {
    if (filter.section !== null && one.section !== filter.section) return false;
    if (one.state !== 'scored') return filter.stance === null && filter.capped === null;
    if (filter.stance !== null && one.target.stance !== filter.stance) return false;
    return filter.capped === null || one.ceiling.capped === filter.capped;
  });
  const filtered = Object.values(filter).some((value) => value !== null);
  return {
    period: advice.period,
    basedOn: advice.basedOn,
    filtered,
    count: shown.length,
    found: `${countWords(shown.length, 'objective')} of ${advice.objectives.length}`,
    notScored: advice.objectives.length - scoredAdvice(advice).length,
    all: links.page('objectives'),
    form: {
      action: links.page('objectives', { period: null, factors: {} }),
      hidden: [
        ...(view.period === null ? [] : [{ name: 'period', value: view.period }]),
        ...Object.entries(view.factors).map(([id, value]) => ({ name: factorPrefix + id, value })),
      ],
      fields: [
        select('section', 'Section', filter.section, [
          ['', 'All sections'],
          ...framework.sections.map(({ id, name }) => [id, name] as const),
        ]),
        select('stance', 'Target', filter.stance, [
          ['', 'All targets'],
          ...Object.entries(stanceWords).map(([id, { name }]) => [id, name] as const),
        ]),
        select('capped', 'Limit', filter.capped, [
          ['', 'All'],
          ['now', 'Capped now'],
          ['later', 'Capped later'],
          ['no', 'No limit stated'],
        ]),
      ],
    },
    rows: shown.map((one) => ({
      objective: one.objective,
      name: one.name,
      href: links.objective(one.objective),
      section: framework.sections.find(({ id }) => id === one.section)?.name ?? one.section,
      state: one.state,
      ...(one.state === 'scored'
        ? {
            score: one.score.label,
            target: levelWords(framework, one.target.level),
            stance: { id: one.target.stance, name: stanceWords[one.target.stance].name },
            openLevel: one.target.openLevel,
            capped: one.ceiling.capped,
            limit: cappedWords(one.ceiling),
            control: one.ceiling.control === null ? null : controlWords[one.ceiling.control],
          }
        : { reason: one.reason }),
    })),
  };
}

function select(
  name: string,
  label: string,
  chosen: string | null,
  options: readonly (readonly [string, string])[],
) {
  return {
    name,
    label,
    options: options.map(([value, text]) => ({ value, text, selected: value === (chosen ?? '') })),
  };
}
