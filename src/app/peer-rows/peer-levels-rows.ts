import { withheldWords } from '../../benchmark/figures/withheld-words.ts';
import type { PeerLevelsRow } from '../../charts/benchmark-rows.ts';
import type { ComparedObjective, ComparedPool, Comparison, Distribution } from '../../model/comparison.ts';
import type { Framework } from '../../model/framework.ts';

/**
 * How others are spread over the levels: the whole and each section; or one section and each of its objectives.
 * What is not given is one row that says why.
 */
export function peerLevelsRows(
  comparison: Comparison,
  framework: Framework,
  section: string | null = null,
): readonly PeerLevelsRow[] {
  const { period, group, whole, sections, objectives } = comparison;
  const shared = { period, group: group.name, satisfactory: framework.satisfactory };
  const parts =
    section === null
      ? [ofPool(whole, 'All objectives'), ...sections.map((pool) => ofPool(pool, pool.name))]
      : [
          ...sections.filter((pool) => pool.section === section).map((pool) => ofPool(pool, pool.name)),
          ...objectives.filter((one) => one.section === section).map(ofObjective),
        ];
  return parts.flatMap(({ others, ...part }): readonly PeerLevelsRow[] =>
    others === null
      ? [{ ...shared, ...part, level: null, levelName: '', count: null, n: null, share: null }]
      : others.levels.map(({ level, count, share }) => {
          const levelName = framework.levels.find((one) => one.level === level)?.name ?? '';
          return { ...shared, ...part, level, levelName, count, n: others.n, share };
        }),
  );
}

type Part = Pick<
  PeerLevelsRow,
  'kind' | 'part' | 'partName' | 'own' | 'position' | 'standing' | 'leftOut' | 'why'
> & { readonly others: Pick<Distribution, 'levels' | 'n'> | null };

function ofPool({ section, others, own, standing, leftOut }: ComparedPool, name: string): Part {
  return {
    kind: section === null ? 'whole' : 'section',
    part: section ?? '',
    partName: name,
    own: own === null ? '' : own.mean.toFixed(2),
    position: standing?.position ?? null,
    standing: standing?.words ?? '',
    leftOut: leftOut.length,
    why: others === null ? 'none of its objectives can be compared' : '',
    others,
  };
}

function ofObjective({ objective, name, own, others, standing }: ComparedObjective): Part {
  return {
    kind: 'objective',
    part: `${objective}`,
    partName: `${objective} ${name}`,
    own: own.score?.label ?? '',
    position: standing?.position ?? null,
    standing: standing?.words ?? '',
    leftOut: 0,
    why:
      others.give === 'counts'
        ? ''
        : others.give === 'nearly-all'
          ? `nearly all others hold level ${others.level}`
          : withheldWords[others.because],
    others: others.give === 'counts' ? others : null,
  };
}
