import type { Overview } from '../app/overview/overview-data.ts';
import type { Stance } from '../model/advice.ts';
import { controlWord } from '../model/control-word.ts';
import type { Links } from './frame/links.ts';
import type { PageContext } from './frame/page-context.ts';
import { countWords, levelWords, stanceWords } from './parts/words.ts';

/** What each stance asks, in the room that there is beside figures. */
const briefStances: Readonly<Record<Stance, string>> = {
  finish: 'the level worked towards',
  advance: 'to the next level',
  hold: 'stay here, a respectable target',
  open: 'stay until there is an owner',
};

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
      number: satisfactory.level,
      before: satisfactory.before,
      beforePeriod: change?.from ?? null,
    },
    standard:
      overview.agreedStandard === null
        ? null
        : { ...overview.agreedStandard, title: levelWords(framework, overview.agreedStandard.level) },
    onStandard: overview.onStandard,
    change,
    moves: change === null ? [] : [change.sentence, ...(change.lower === 0 ? [] : [change.lowerSentence])],
    risen: overview.risen,
    causes: overview.causes.map((one) => ({
      ...one,
      control: controlWord[one.control],
      href: `${links.page('capped')}#cause-${one.cause}`,
    })),
    capped: {
      now: capped.now,
      later: capped.later.total,
      no: capped.no,
      href: links.page('capped'),
    },
    stances: stances.map((stance) => ({
      stance,
      ...stanceWords[stance],
      brief: briefStances[stance],
      count: counts[stance],
      href: links.page('objectives', undefined, { stance }),
    })),
    room: {
      objectives: room.objectives,
      words: countWords(room.levels, 'level'),
      href: links.page('objectives', undefined, { sort: 'headroom' }),
    },
    targets: { ...targets, href: links.page('targets') },
    levels: overview.byLevel.map((level) => ({ ...level, title: levelWords(framework, level.level) })),
    work: workView(links, overview),
    trends: links.page('trends'),
    assessments: links.page('assessments'),
    importing: links.page('import'),

    objectives: links.page('objectives'),
    export: links.exported('report.html') === null ? null : links.page('export'),
    committee: links.page('pack'),
  };
}

/** What is under way, a line each: its words, and where to go on. */
function workView(links: Links, { plan, reached, open }: Overview) {
  return [
    ...open.map(({ period, entered, of }) => ({
      words: `Return of ${period}: ${entered} of ${of} entered.`,
      text: 'Go on',
      what: `with the return of ${period}`,
      href: `${links.page('assessments')}/${period}`,
    })),
    ...(plan === null
      ? []
      : [
          {
            words: `Plan for ${plan.period}: ${countWords(plan.agreed + plan.proposed, 'target')}, ${
              plan.proposed === 0
                ? 'all agreed'
                : plan.agreed === 0
                  ? 'none agreed yet'
                  : `${plan.agreed} agreed`
            }.`,
            text: 'The plan',
            what: `for ${plan.period}`,
            href: `${links.page('plan')}#chosen`,
          },
        ]),
    ...(reached === null
      ? []
      : [
          {
            words: `Planned for ${reached.period}: ${reached.reached} of ${countWords(reached.planned, 'target')} reached.`,
            text: 'Planned and reached',
            what: `for ${reached.period}`,
            href: `${links.page('plan')}#last-actions`,
          },
        ]),
  ];
}
