import type { SectionCausesRow } from '../../charts/rows.ts';
import { type Advice, scoredAdvice } from '../../model/advice.ts';
import type { Pack } from '../../pack/pack.ts';

/** The rows of `sectionCauses`: for every section, each cause that sets a ceiling somewhere, external ones first; none where nothing is capped. */
export function sectionCausesRows(pack: Pack, advice: Advice): readonly SectionCausesRow[] {
  const capped = scoredAdvice(advice).flatMap(({ section, ceiling }) =>
    [...new Set(ceiling.causes.filter(({ binding }) => binding).map(({ cause }) => cause))].map((cause) => ({
      section,
      cause,
      level: ceiling.level,
    })),
  );
  const causes = pack.causes
    .filter(({ id }) => capped.some(({ cause }) => cause === id))
    .toSorted((a, b) => Number(a.control === 'internal') - Number(b.control === 'internal'));
  return pack.framework.sections.flatMap((section) => {
    const n = scoredAdvice(advice).filter((one) => one.section === section.id).length;
    return causes.map(({ id, name, control }): SectionCausesRow => {
      const levels = capped
        .filter((one) => one.section === section.id && one.cause === id)
        .map(({ level }) => level);
      return {
        section: section.id,
        sectionName: section.name,
        cause: id,
        causeName: name,
        control,
        count: levels.length,
        lowest: levels.length === 0 ? null : Math.min(...levels),
        highest: levels.length === 0 ? null : Math.max(...levels),
        n,
      };
    });
  });
}
