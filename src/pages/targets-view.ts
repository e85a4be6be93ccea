import { readingCountsSentence } from '../app/advice/reading-counts-sentence.ts';
import type { WhatIfReport } from '../app/what-if/what-if-report.ts';
import { type Advice, type ScoredAdvice, type Stance, scoredAdvice } from '../model/advice.ts';
import { uptakeGroupWords } from '../model/uptake-group-words.ts';
import type { Links } from './frame/links.ts';
import type { PageContext } from './frame/page-context.ts';
import { targetWords, whatIfView } from './parts/what-if-view.ts';
import { cappedWords, controlWords, countWords, levelWords, stanceWords } from './parts/words.ts';

const stances: readonly Stance[] = ['finish', 'advance', 'hold', 'open'];

/** The targets of an advice, with those of a what-if beside them where something is supposed. */
export function targetsView(context: PageContext, advice: Advice, report: WhatIfReport) {
  const { framework, links } = context;
  const scored = scoredAdvice(advice);
  const compared = whatIfView(context, report);
  const both = new Map(report.objectives.map((one) => [one.objective, one]));
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
    kinds: kindsWords(scored),
    compared,
    without: withoutWords(context, report),
    beside: compared.supposing && report.whatIf !== null,
    peers: uptakeGroupWords(scored.flatMap(({ target }) => target.uptake ?? [])),
    sections: framework.sections.map(({ id, name }) => ({
      id,
      name,
      rows: advice.objectives
        .filter(({ section }) => section === id)
        .map((one) =>
          one.state === 'scored'
            ? { ...targetRow(one, context, links), ...besideOf(context, both.get(one.objective)) }
            : unscoredRow(one, links),
        ),
    })),
  };
}

/** How many of each kind of target, those above the score first. */
function kindsWords(scored: readonly ScoredAdvice[]): string {
  const count = (stance: Stance) => scored.filter(({ target }) => target.stance === stance).length;
  return `${count('finish')} finish, ${count('advance')} advance; of the others ${count('hold')} hold, ${count('open')} are open`;
}

/** What the counts of the advice leave aside: what is asked beside circumstances; null where nothing is. */
export function withoutWords({ view }: PageContext, { request }: WhatIfReport): string | null {
  if (request === null) return null;
  const base = Object.keys(view.factors).length > 0 ? 'with these circumstances alone' : 'as recorded';
  return `${base}, without ${request.days === null ? 'what else is supposed' : 'the officer-days that are supposed'}`;
}

/** The target as it is and as supposed, and what differs. */
function besideOf(context: PageContext, one: WhatIfReport['objectives'][number] | undefined) {
  if (one === undefined || one.whatIf === null) return { was: null, is: null, changed: null };
  const { asItIs, whatIf, difference } = one;
  return { was: targetWords(context, asItIs), is: targetWords(context, whatIf), changed: difference };
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
