import type { Ceiling, Evidence, Target } from '../model/advice.ts';
import type { Course, Reading } from '../model/reading.ts';
import type { Score } from '../model/score.ts';
import type { TargetRule } from '../model/target-rule.ts';
import type { Pack } from '../pack/pack.ts';
import { explainTarget } from './explain.ts';
import { pathOf } from './facts.ts';

/** The target that a rule suggests: its stance decides the level, its sentence and evidence say why. */
export function targetFrom(
  rule: TargetRule,
  score: Score,
  next: number,
  ceiling: Ceiling,
  reading: Reading,
  pack: Pack,
): Target {
  const { stance } = rule;
  const course = decidingCourse(reading);
  const evidence = shownEvidence(rule, ceiling, reading, course);
  return {
    level: stance === 'finish' || stance === 'advance' ? next : score.achieved,
    stance,
    openLevel: stance === 'open' ? next : null,
    rule: rule.id,
    because: explainTarget(rule, score, next, ceiling, evidence[0]?.quote ?? null, pack),
    evidence,
    waitsOn: course?.waitsOn ?? ceiling.causes.find((cause) => cause.waitsOn !== null)?.waitsOn ?? null,
    reviewBy: course?.reviewBy ?? ceiling.causes.find((cause) => cause.reviewBy !== null)?.reviewBy ?? null,
  };
}

function shownEvidence(
  rule: TargetRule,
  ceiling: Ceiling,
  reading: Reading,
  course: Course | undefined,
): Evidence[] {
  switch (rule.shows) {
    case 'path':
      return course === undefined ? [] : [{ source: 'comment', ...course.words }];
    case 'decision':
      return reading.decision === null ? [] : [{ source: 'comment', ...reading.decision }];
    case 'ceiling':
      return ceiling.causes.filter(({ binding }) => binding).flatMap((cause) => [...cause.evidence]);
    case 'nothing':
      return [];
  }
}

/** The first course that goes as far as the furthest. */
function decidingCourse(reading: Reading): Course | undefined {
  const path = pathOf(reading);
  return reading.courses.find((course) => pathOf({ ...reading, courses: [course] }) === path);
}
