import { readingCountsSentence } from '../app/reading-counts-sentence.ts';
import { type Advice, type ScoredAdvice, type Stance, scoredAdvice } from '../model/advice.ts';
import { uptakeGroupWords } from '../model/uptake-group-words.ts';
import type { Links } from './links.ts';
import type { PageContext } from './page-context.ts';
import { whatIfChanges } from './what-if-changes.ts';
import { cappedWords, controlWords, countWords, levelWords, stanceWords } from './words.ts';

const stances: readonly Stance[] = ['finish', 'advance', 'hold', 'open'];

/** The targets of an advice, beside those of the advice `recorded` without what-ifs. */
export function targetsView(context: PageContext, advice: Advice, recorded: Advice) {
  const { framework, links } = context;
  const scored = scoredAdvice(advice);
  const changes = whatIfChanges(framework, advice, recorded);
  const { satisfactory } = framework;
  const at = (level: (one: ScoredAdvice) => number) =>
    scored.filter((one) => level(one) >= satisfactory).length;
  return {
    period: advice.period,
    basedOn: advice.basedOn,
    readings: readingCountsSentence(advice.readings),
    review: links.page('review'),
    n: scored.length,
    satisfactory: levelWords(framework, satisfactory),
    now: at(({ score }) => score.achieved),
    withTargets: at(({ target }) => target.level),
    withOpen: at(({ target }) => target.openLevel ?? target.level),
    raised: scored.filter(({ score, target }) => target.level > score.achieved).length,
    open: scored.filter(({ target }) => target.openLevel !== null).length,
    stances: stances.map((stance) => ({
      stance,
      ...stanceWords[stance],
      count: scored.filter(({ target }) => target.stance === stance).length,
    })),
    peers: uptakeGroupWords(scored.flatMap(({ target }) => target.uptake ?? [])),
    whatIf: Object.keys(context.view.factors).length > 0,
    changes: [...changes.values()].map(({ objective, name, sentence }) => ({
      objective,
      name,
      sentence,
      href: links.objective(objective),
    })),
    sections: framework.sections.map(({ id, name }) => ({
      id,
      name,
      rows: advice.objectives
        .filter(({ section }) => section === id)
        .map((one) =>
          one.state === 'scored'
            ? { ...targetRow(one, context, links), changed: changes.get(one.objective)?.sentence ?? null }
            : { ...unscoredRow(one, links), changed: null },
        ),
    })),
  };
}

function targetRow(one: ScoredAdvice, { framework }: PageContext, links: Links) {
  const { objective, name, score, ceiling, target } = one;
  return {
    state: 'scored' as const,
    objective,
    name,
    href: links.objective(objective),
    score: score.label,
    workingTowards: score.workingTowards,
    agreedStandard: score.agreedStandard,
    target: levelWords(framework, target.level),
    stance: { id: target.stance, name: stanceWords[target.stance].name },
    openLevel: target.openLevel,
    ceiling: ceiling.level,
    capped: ceiling.capped,
    limit: cappedWords(ceiling),
    control: ceiling.control === null ? null : controlWords[ceiling.control],
    because: target.because,
    uptake: target.uptake?.words ?? null,
  };
}

function unscoredRow(one: Exclude<Advice['objectives'][number], ScoredAdvice>, links: Links) {
  return {
    state: one.state,
    objective: one.objective,
    name: one.name,
    href: links.objective(one.objective),
    because: one.reason,
  };
}

/** "3 objectives: 4, 5 and 6", for the hint of a circumstance. */
export function affectedWords(objectives: readonly number[]): string {
  if (objectives.length === 0) return 'It limits no objective at present.';
  return `It limits ${countWords(objectives.length, 'objective')}: ${objectives.map((number) => `#${number}`).join(', ')}.`;
}
