import type { Overview } from '../app/overview-data.ts';
import type { Stance } from '../model/advice.ts';
import type { PageContext } from './page-context.ts';
import { countWords, levelWords, stanceWords } from './words.ts';

const stances: readonly Stance[] = ['finish', 'advance', 'hold', 'open'];

/** The figures that matter first, each with where to read on. */
export function overviewView({ framework, links }: PageContext, overview: Overview) {
  const { n, satisfactory, change, capped, room, targets, stances: counts } = overview;
  return {
    period: overview.period,
    basedOn: overview.basedOn,
    n,
    leftOut: overview.notApplicable + overview.notScored,
    notApplicable: overview.notApplicable,
    notScored: overview.notScored,
    satisfactory: {
      level: levelWords(framework, satisfactory.level),
      count: satisfactory.count,
      before: satisfactory.before,
      beforePeriod: change?.from ?? null,
    },
    change,
    capped: {
      now: capped.now,
      later: capped.later.total,
      no: capped.no,
      href: links.page('capped'),
    },
    stances: stances.map((stance) => ({
      stance,
      ...stanceWords[stance],
      count: counts[stance],
      href: links.page('objectives', undefined, { stance }),
    })),
    room: { objectives: room.objectives, words: countWords(room.levels, 'level') },
    targets: { ...targets, href: links.page('targets') },
    levels: overview.byLevel.map((level) => ({ ...level, title: levelWords(framework, level.level) })),
    sentences: overview.sentences,
    trends: links.page('trends'),
    objectives: links.page('objectives'),
    export: links.exported('report.html') === null ? null : links.page('export'),
  };
}
