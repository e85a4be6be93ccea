import type { AppendixObjective, WrittenAppendix } from './written-appendix.ts';

/** A column of an appendix: its heading, what kind of text stands in it, and that text for an objective. */
export interface AppendixColumn {
  readonly heading: string;
  readonly kind: 'number' | 'name' | 'description' | 'score' | 'text' | 'reason';
  readonly text: (objective: AppendixObjective) => string;
}

/** The columns of an appendix in order: objective, then score and text for each period, then target and reason. */
export function appendixColumns({
  periods,
  targetPeriod,
}: Pick<WrittenAppendix, 'periods' | 'targetPeriod'>): readonly AppendixColumn[] {
  return [
    { heading: '#', kind: 'number', text: ({ number }) => String(number) },
    { heading: 'Objective', kind: 'name', text: ({ name }) => name },
    { heading: 'Description', kind: 'description', text: ({ description }) => description },
    ...periods.flatMap((period, at): readonly AppendixColumn[] => {
      const year = period === null ? '' : `${period} `;
      return [
        { heading: `${year}Score`, kind: 'score', text: ({ scores }) => scores[at]?.score ?? '' },
        { heading: `${year}Comments and Action`, kind: 'text', text: ({ scores }) => scores[at]?.text ?? '' },
      ];
    }),
    ...(targetPeriod === null
      ? []
      : [
          {
            heading: `${targetPeriod} Target`,
            kind: 'score' as const,
            text: ({ target }: AppendixObjective) => target?.level ?? '',
          },
          {
            heading: `${targetPeriod} Reason`,
            kind: 'reason' as const,
            text: ({ target }: AppendixObjective) => target?.reason ?? '',
          },
        ]),
  ];
}
