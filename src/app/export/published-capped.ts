import type { CeilingCause, ScoredAdvice } from '../../model/advice.ts';
import type { CappedGroup, CappedReport } from '../advice/capped-report.ts';

/** What is capped as a document for publication may show it, and how much it leaves out. */
export interface PublishedCapped {
  readonly report: CappedReport;
  /** Capped objectives of which a reason is left out, because nobody has confirmed it. */
  readonly leftOut: number;
  /** Possible limits that are left out for the same reason. */
  readonly possibleLeftOut: number;
}

/** What is capped without the reasons that were only read from comments; the counts stay those of all. */
export function publishedCapped(report: CappedReport): PublishedCapped {
  const rows = report.groups.flatMap(({ now, later }) => [...now, ...later]);
  const withUnconfirmed = rows.filter(({ ceiling }) =>
    ceiling.causes.some((cause) => cause.binding && !isPublished(cause)),
  );
  const possible = report.possible.filter(({ standing }) => standing !== 'read');
  return {
    report: { ...report, groups: report.groups.flatMap(publishedGroup), possible },
    leftOut: new Set(withUnconfirmed.map(({ objective }) => objective)).size,
    possibleLeftOut: report.possible.length - possible.length,
  };
}

function publishedGroup(group: CappedGroup): readonly CappedGroup[] {
  const rows = (all: readonly ScoredAdvice[]) =>
    all
      .map((one) => ({ ...one, ceiling: { ...one.ceiling, causes: one.ceiling.causes.filter(isPublished) } }))
      .filter(({ ceiling }) => ceiling.causes.some(({ binding, cause }) => binding && cause === group.cause));
  const [now, later] = [rows(group.now), rows(group.later)];
  return now.length + later.length === 0 ? [] : [{ ...group, now, later }];
}

function isPublished({ basis, standing }: CeilingCause): boolean {
  return basis !== 'comment' || standing !== 'read';
}
