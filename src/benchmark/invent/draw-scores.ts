import { bottomLevel, topLevel } from '../../model/framework.ts';
import type { Pack } from '../../pack/pack.ts';
import { drawFor } from './draw.ts';
import { type DrawnNature, drawNatures } from './draw-natures.ts';
import type { InventedOrganisation } from './draw-organisations.ts';
import { rubricLimits, saidCauses } from './limits.ts';
import { notApplicable, notScored, type RowOrigin, scoredKind } from './row-kinds.ts';
import { structure } from './structure.ts';

/** A reason for a cap that a row of a panel gives. */
export interface DrawnCause {
  /** The place of the objective in the framework. */
  readonly objective: number;
  readonly cause: string;
  readonly control: 'external' | 'internal';
  readonly level: number;
  readonly standing: 'confirmed' | 'read';
}

/** What one organisation answered in one period. */
export interface DrawnAnswer {
  /** The place of the organisation in the list. */
  readonly organisation: number;
  /** The place of the period, from 0 on. */
  readonly period: number;
  /** The kind of the row of each objective, in the framework's order; see `rowKinds`. */
  readonly kinds: readonly number[];
  readonly causes: readonly DrawnCause[];
  /** The circumstances that it tells, each with whether it is there. */
  readonly factors: readonly { readonly factor: string; readonly there: boolean }[];
}

/** What is held of one organisation and objective between two periods: bytes, since there are many. */
interface Held {
  /** Steps from the lowest level. */
  readonly step: Uint8Array;
  readonly towards: Uint8Array;
  /** The place of a cause of the pack, from 1 on, or 0; and the step that it caps at. */
  readonly cause: Uint16Array;
  readonly cap: Uint8Array;
  /** 1: confirmed. */
  readonly sure: Uint8Array;
  /** 1: the objective is not applicable. */
  readonly apart: Uint8Array;
}

const purpose = { natures: 1, scores: 2 };

/**
 * What invented organisations answered, period by period, and within a period in their order. It follows the pack's
 * rules: no score stands where the rubric rules it out without its circumstance, none is above a reason that is given,
 * and reasons are those that the rules know. Memory is seven bytes for each organisation and objective.
 */
export function* drawScores(
  pack: Pack,
  organisations: readonly InventedOrganisation[],
  { periods, seed }: { readonly periods: number; readonly seed: number },
): Generator<DrawnAnswer> {
  const draw = drawFor(seed, purpose.scores);
  const { objectives } = pack.framework;
  const bottom = bottomLevel(pack.framework);
  const top = topLevel(pack.framework) - bottom;
  const satisfactory = pack.framework.satisfactory - bottom;
  const limits = rubricLimits(pack);
  const causes = saidCauses(pack);
  const natures = drawNatures(pack, organisations, { periods, draw: drawFor(seed, purpose.natures) });
  const usual = objectives.map(() => draw.number(0, Math.max(0, causes.length - 1)));
  const { pace } = structure;
  const tempo = Array.from({ length: periods }, () => draw.number(...pace.period));
  const held = emptyHeld(organisations.length * objectives.length);

  for (let period = 0; period < periods; period += 1)
    for (const [index, nature] of natures.organisations.entries()) {
      for (const factor of pack.factors.keys())
        if (period > 0 && nature.factors[factor] === 0 && draw.happens(structure.factor.comes))
          nature.factors[factor] = 1;
      const answers = nature.answers(period, draw) || index === 0;
      const kinds: number[] = [];
      const given: DrawnCause[] = [];
      for (const place of objectives.keys()) {
        const at = index * objectives.length + place;
        const origin = live(at, place, nature, period);
        if (!answers) continue;
        if (held.apart[at] === 1) kinds.push(notApplicable);
        else if (draw.happens(structure.notScored)) kinds.push(notScored);
        else {
          kinds.push(scoredKind(held.step[at] ?? 0, held.towards[at] === 1, origin));
          const cause = causes[(held.cause[at] ?? 0) - 1];
          if (cause !== undefined && nature.givesCauses && origin !== 'standard')
            given.push({
              objective: place,
              cause: cause.cause,
              control: cause.control,
              level: bottom + (held.cap[at] ?? 0),
              standing: held.sure[at] === 1 ? 'confirmed' : 'read',
            });
        }
      }
      if (!answers) continue;
      const factors = pack.factors.flatMap(({ id }, factor) =>
        nature.tells[factor] === true ? [{ factor: id, there: nature.factors[factor] === 1 }] : [],
      );
      yield { organisation: index, period, kinds, causes: given, factors };
    }

  /** Brings one objective of one organisation into a period, and says how its row came about. */
  function live(at: number, place: number, nature: DrawnNature, period: number): RowOrigin {
    const rubric = (limits[place] ?? []).reduce(
      (least, { factor, step }) =>
        factor !== null && nature.factors[factor] === 1 ? least : Math.min(least, step),
      top,
    );
    if (period === 0) begin(at, place, nature, rubric);
    const before = (held.step[at] ?? 0) * 2 + (held.towards[at] ?? 0);
    liveCause(at, place, nature, period);
    const limit = held.cause[at] === 0 ? rubric : Math.min(rubric, held.cap[at] ?? top);
    if (period > 0) move(at, limit, (nature.pace * (tempo[period] ?? 100)) / 100);
    const agreed = nature.standardFrom !== null && period >= nature.standardFrom;
    if (agreed && held.cause[at] === 0 && satisfactory > 0) {
      const below = held.step[at] === satisfactory - 1 && satisfactory <= limit;
      if (below && draw.happens(structure.agreedStandard.raised)) {
        held.step[at] = satisfactory;
        held.towards[at] = 0;
        return 'standard';
      }
      const level = held.step[at] === satisfactory && held.towards[at] === 0;
      if (level && draw.happens(structure.agreedStandard.rests)) return 'standard';
    }
    const same = before === (held.step[at] ?? 0) * 2 + (held.towards[at] ?? 0);
    const since = period > 0 && nature.answered(period - 1);
    return since && same && draw.happens(structure.carried) ? 'carried' : 'plain';
  }

  function begin(at: number, place: number, nature: DrawnNature, limit: number): void {
    const { spread, centre } = structure;
    const section = natures.sectionOf[place] ?? 0;
    const hundredths =
      centre +
      nature.lift +
      (nature.sections[section] ?? 0) +
      (natures.easiness[place] ?? 0) +
      draw.about(spread.rest);
    held.step[at] = Math.max(0, Math.min(limit, Math.round((hundredths * top) / 100)));
    held.towards[at] = toNext(at, limit) && draw.happens(structure.workingTowards) ? 1 : 0;
    held.apart[at] = draw.happens(structure.notApplicable) ? 1 : 0;
  }

  function liveCause(at: number, place: number, nature: DrawnNature, period: number): void {
    const cause = causes[(held.cause[at] ?? 0) - 1];
    const lifted = (factor: number | null) => factor !== null && nature.factors[factor] === 1;
    if (cause !== undefined) {
      if (draw.happens(structure.cause.ends[cause.control]) || lifted(cause.factor)) held.cause[at] = 0;
      return;
    }
    const arises = draw.happens(period === 0 ? structure.cause.atStart : structure.cause.arises);
    const cap = (held.step[at] ?? 0) + (held.towards[at] ?? 0);
    if (!arises || causes.length === 0 || cap >= top) return;
    const drawn = draw.happens(structure.usualCause)
      ? (usual[place] ?? 0)
      : draw.number(0, causes.length - 1);
    const sure = draw.happens(structure.confirmed);
    if (lifted(causes[drawn]?.factor ?? null)) return;
    held.cause[at] = drawn + 1;
    held.cap[at] = cap;
    held.sure[at] = sure ? 1 : 0;
  }

  function move(at: number, limit: number, pacing: number): void {
    const step = held.step[at] ?? 0;
    const { fromLowest, fromHighest } = structure.rises;
    const happens = (chance: number) => draw.happens(Math.trunc((chance * pacing) / 100));
    if (draw.happens(structure.falls)) {
      if (held.towards[at] === 1) held.towards[at] = 0;
      else held.step[at] = Math.max(0, step - 1);
    } else if (held.towards[at] === 1) {
      if (!happens(structure.completes)) return;
      held.step[at] = step + 1;
      held.towards[at] = 0;
    } else if (toNext(at, limit)) {
      if (happens(fromLowest - ((fromLowest - fromHighest) * step) / Math.max(1, top)))
        held.step[at] = step + 1;
      else if (happens(structure.begins)) held.towards[at] = 1;
    }
  }

  function toNext(at: number, limit: number): boolean {
    return (held.step[at] ?? 0) + 1 <= limit;
  }
}

function emptyHeld(cells: number): Held {
  const bytes = () => new Uint8Array(cells);
  return {
    step: bytes(),
    towards: bytes(),
    cause: new Uint16Array(cells),
    cap: bytes(),
    sure: bytes(),
    apart: bytes(),
  };
}
