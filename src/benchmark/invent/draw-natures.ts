import type { Pack } from '../../pack/pack.ts';
import type { Draw } from './draw.ts';
import type { InventedOrganisation } from './draw-organisations.ts';
import { structure } from './structure.ts';

/** What is drawn of an organisation once, for all periods. */
export interface DrawnNature {
  /** In hundredths of the scale: its type's and its own, and its own by section. */
  readonly lift: number;
  readonly sections: readonly number[];
  /** In hundredths of the chances to rise. */
  readonly pace: number;
  /** 1 where a circumstance is there, by its place in the pack; it may come later. */
  readonly factors: Uint8Array;
  /** Which of them it tells. */
  readonly tells: readonly boolean[];
  readonly givesCauses: boolean;
  /** The first period of its agreed standard; null without one. */
  readonly standardFrom: number | null;
  /** Whether it answers in a period, to be asked once, in order of periods. */
  readonly answers: (period: number, draw: Draw) => boolean;
  /** Whether it answered in a period that was asked. */
  readonly answered: (period: number) => boolean;
}

/** What is drawn once: of the organisations, and of the objectives. */
export interface DrawnNatures {
  readonly organisations: readonly DrawnNature[];
  /** How much higher the scores of an objective lie, in hundredths of the scale. */
  readonly easiness: readonly number[];
  /** The place of each objective's section. */
  readonly sectionOf: readonly number[];
}

/** Draws what organisations and objectives are like; the first organisation, the example, tells all circumstances and gives causes. */
export function drawNatures(
  { framework, factors }: Pack,
  organisations: readonly InventedOrganisation[],
  { periods, draw }: { readonly periods: number; readonly draw: Draw },
): DrawnNatures {
  const { spread, factor, agreedStandard, pace } = structure;
  const easiness = framework.objectives.map(() => draw.about(spread.objective));
  const sectionOf = framework.objectives.map(({ section }) =>
    framework.sections.findIndex(({ id }) => id === section),
  );
  const common = factors.map(() => draw.number(factor.least, factor.most));
  return {
    easiness,
    sectionOf,
    organisations: organisations.map(({ lift }, index) => {
      const first = draw.happens(structure.beginsLate) ? draw.number(0, periods - 1) : 0;
      const last = draw.happens(structure.leavesEarly) ? draw.number(0, periods - 1) : periods - 1;
      const kept = new Uint8Array(periods);
      return {
        lift: lift + draw.about(spread.organisation),
        sections: framework.sections.map(() => draw.about(spread.section)),
        pace: draw.number(...pace.organisation),
        factors: Uint8Array.from(common, (chance) => (draw.happens(chance) ? 1 : 0)),
        tells: factors.map(() => draw.happens(factor.told) || index === 0),
        givesCauses: draw.happens(structure.givesCauses) || index === 0,
        standardFrom: draw.happens(agreedStandard.organisations) ? draw.number(0, periods - 1) : null,
        answers: (period, now) => {
          const does = now.happens(structure.answers) && period >= first && period <= last;
          kept[period] = does || index === 0 ? 1 : 0;
          return does;
        },
        answered: (period) => kept[period] === 1,
      };
    }),
  };
}
