import { type Advice, type ScoredAdvice, scoredAdvice } from '../../model/advice.ts';
import type { AgreedStandard } from '../../model/agreed-standard.ts';
import { rowOf } from '../../model/assessment.ts';
import type { Cause } from '../../model/cause.ts';
import type { Framework } from '../../model/framework.ts';
import { advise } from '../advice/advise.ts';
import { type AssessedPeriod, assessedPeriods } from '../trends/assessed-periods.ts';
import { movesSentence, scoreMoves } from '../trends/score-moves.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { describeOverview, type OverviewFigures } from './describe-overview.ts';
import type { Overview } from './overview-data.ts';
import { overviewWork } from './overview-work.ts';

/** Where an organisation stands: levels, change, ceilings and targets in figures. @throws Problem as `advise` does */
export async function overview(workspace: Workspace, view: ViewOf): Promise<Overview> {
  const { advice } = await advise(workspace, view);
  const { framework, causes } = workspace.pack(advice.framework);
  const { name, example } = workspace.records.organisation(advice.organisation);
  const { periods } = await assessedPeriods(workspace, advice.organisation);
  const now = periods.findIndex(({ period }) => period === advice.basedOn);
  const [before, latest] = [periods[now - 1], periods[now]];
  const figures = {
    ...figuresOf(framework, advice, before, latest),
    agreedStandard: agreedStandard(
      workspace.records.agreedStandardAt(advice.organisation, advice.basedOn),
      advice,
      before === undefined ? null : achievedIn(framework, before),
    ),
    causes: causesOf(causes, scoredAdvice(advice)),
  };
  return {
    ...figures,
    ...(await overviewWork(workspace, advice)),
    organisationName: name,
    example,
    sentences: describeOverview(figures),
  };
}

function figuresOf(
  framework: Framework,
  advice: Advice,
  before: AssessedPeriod | undefined,
  latest: AssessedPeriod | undefined,
): Omit<OverviewFigures, 'agreedStandard' | 'causes'> {
  const { objectives, ...header } = advice;
  const { satisfactory } = framework;
  const scored = scoredAdvice(advice);
  const earlier = before === undefined ? null : achievedIn(framework, before);
  const cappedBy = (which: 'now' | 'later') =>
    byControl(scored.filter(({ ceiling }) => ceiling.capped === which));
  const stance = (which: ScoredAdvice['target']['stance']) =>
    scored.filter(({ target }) => target.stance === which).length;
  return {
    ...header,
    n: scored.length,
    notApplicable: objectives.filter(({ state }) => state === 'not-applicable').length,
    notScored: objectives.filter(({ state }) => state === 'not-scored').length,
    satisfactory: {
      level: satisfactory,
      count: scored.filter(({ score }) => score.achieved >= satisfactory).length,
      before: earlier?.filter((achieved) => achieved >= satisfactory).length ?? null,
    },
    byLevel: framework.levels
      .toSorted((a, b) => a.level - b.level)
      .map(({ level, name }) => {
        const at = scored.filter(({ score }) => score.achieved === level);
        return {
          level,
          name,
          count: at.length,
          workingTowards: at.filter(({ score }) => score.workingTowards !== null).length,
          before: earlier?.filter((achieved) => achieved === level).length ?? null,
        };
      }),
    onStandard: scored.filter(({ score }) => score.agreedStandard).length,
    change: changeBetween(framework, before, latest),
    risen: risenSections(framework, before, latest),
    capped: {
      now: cappedBy('now'),
      later: cappedBy('later'),
      no: scored.filter(({ ceiling }) => ceiling.capped === 'no').length,
    },
    stances: {
      finish: stance('finish'),
      advance: stance('advance'),
      hold: stance('hold'),
      open: stance('open'),
    },
    room: {
      objectives: scored.filter(({ headroom }) => headroom > 0).length,
      levels: scored.reduce((sum, { headroom }) => sum + headroom, 0),
    },
    targets: {
      satisfactory: scored.filter(({ target }) => target.level >= satisfactory).length,
      withOpenLevels: scored.filter(({ target }) => (target.openLevel ?? target.level) >= satisfactory)
        .length,
      rises: scored.filter(({ target, score }) => target.level > score.achieved).length,
    },
  };
}

function byControl(capped: readonly ScoredAdvice[]): Overview['capped']['now'] {
  const count = (control: string) => capped.filter(({ ceiling }) => ceiling.control === control).length;
  return {
    external: count('external'),
    internal: count('internal'),
    mixed: count('mixed'),
    total: capped.length,
  };
}

function achievedIn(framework: Framework, { assessment }: AssessedPeriod): readonly number[] {
  return framework.objectives.flatMap(({ number }) => {
    const row = rowOf(assessment, number);
    return row?.state === 'scored' ? [row.score.achieved] : [];
  });
}

function agreedStandard(
  held: AgreedStandard | null,
  advice: Advice,
  earlier: readonly number[] | null,
): Overview['agreedStandard'] {
  if (held === null || held.level === null) return null;
  const { level, agreed, from } = held;
  return {
    ...{ level, agreed, from },
    count: scoredAdvice(advice).filter(({ score }) => score.achieved >= level).length,
    before: earlier?.filter((achieved) => achieved >= level).length ?? null,
  };
}

function causesOf(causes: readonly Cause[], scored: readonly ScoredAdvice[]): Overview['causes'] {
  return causes
    .map(({ id: cause, name, control }) => ({
      ...{ cause, name, control },
      now: scored.filter(
        ({ ceiling }) =>
          ceiling.capped === 'now' && ceiling.causes.some((each) => each.binding && each.cause === cause),
      ).length,
    }))
    .filter(({ now }) => now > 0)
    .toSorted((a, b) => b.now - a.now);
}

function risenSections(
  framework: Framework,
  before: AssessedPeriod | undefined,
  latest: AssessedPeriod | undefined,
): Overview['risen'] {
  if (before === undefined || latest === undefined) return [];
  const moves = scoreMoves(framework, before, latest);
  return framework.sections
    .map(({ id: section, name }) => {
      const of = moves.filter(({ objective }) => objective.section === section);
      return { section, name, higher: of.filter(({ change }) => change > 0).length, n: of.length };
    })
    .filter(({ higher }) => higher > 0)
    .toSorted((a, b) => b.higher - a.higher)
    .slice(0, 3);
}

function changeBetween(
  framework: Framework,
  before: AssessedPeriod | undefined,
  latest: AssessedPeriod | undefined,
): Overview['change'] {
  if (before === undefined || latest === undefined) return null;
  const moves = scoreMoves(framework, before, latest);
  const between = { from: before.period, to: latest.period };
  const higher = moves.filter(({ change }) => change > 0).length;
  const lower = moves.filter(({ change }) => change < 0).length;
  return {
    ...between,
    n: moves.length,
    higher,
    lower,
    same: moves.length - higher - lower,
    sentence: movesSentence(moves, 'higher', between),
    lowerSentence: movesSentence(moves, 'lower', between),
  };
}
