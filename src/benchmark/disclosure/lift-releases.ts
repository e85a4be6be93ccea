import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { matches } from '../../kernel/schema.ts';
import type { Pack } from '../../pack/pack.ts';
import { type LiftedCount, liftedCounts } from '../counts/lifted-counts.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import { couldLift } from './could-lift.ts';
import { way } from './decided-from.ts';
import { readKept, writeKept } from './kept-file.ts';
import { LiftRelease } from './lift-release.ts';
import { once } from './once.ts';

/** Ten others, and the one who looks. */
const fewest = 11;

type Lifts = readonly LiftRelease[];
const KeptLifts = Type.Array(LiftRelease);
const remembered = new WeakMap<OpenPanel, WeakMap<Pack, (period: string) => Promise<Lifts>>>();

/**
 * What may be told of what each circumstance would raise in a period if it were there for everybody: one for each
 * factor and objective that it could raise by the rules, all factors together last. It is the same for every viewer,
 * and only over all of the panel, so that no two groups can be compared.
 *
 * Of a confidential panel an objective that fewer than eleven scored is not there; all together is withheld where it
 * raises one to ten more than a single circumstance whose number is told. It is remembered while the panel is open, and
 * kept beside it.
 * @throws Problem PACK_BROKEN for a pack that cannot be written as SQL
 */
export function liftReleases(open: OpenPanel, pack: Pack, period: string): Promise<readonly LiftRelease[]> {
  const ofPanel = remembered.get(open) ?? new WeakMap<Pack, (period: string) => Promise<Lifts>>();
  remembered.set(open, ofPanel);
  const ask = ofPanel.get(pack) ?? once((asked: string) => keptLifts(open, pack, asked));
  ofPanel.set(pack, ask);
  return ask(period);
}

async function keptLifts(open: OpenPanel, pack: Pack, period: string): Promise<Lifts> {
  if (open.kept === undefined || open.panel.access === 'public') return countedLifts(open, pack, period);
  const { folder, standing } = open.kept;
  const { id, version, causes } = open.panel;
  const key = createHash('sha256')
    .update(JSON.stringify(['lifts', way, id, version, causes, standing, pack.sha256, period]))
    .digest('hex');
  const place = { folder, name: `lifts-${open.panel.periods.indexOf(period)}`, key };
  const held: unknown = JSON.parse(readKept(place)?.toString('utf8') ?? 'null');
  if (matches(KeptLifts, held)) return held;
  const made = await countedLifts(open, pack, period);
  writeKept(place, Buffer.from(JSON.stringify(made)));
  return made;
}

async function countedLifts(open: OpenPanel, pack: Pack, period: string): Promise<Lifts> {
  const { access, causes } = open.panel;
  const counted = (await liftedCounts(open, pack, period)).filter(({ factor, objective: number }) => {
    const objective = pack.framework.objectives.find((each) => each.number === number);
    const factors = factor === null ? pack.factors.map(({ id }) => id) : [factor];
    return objective !== undefined && factors.some((each) => couldLift(pack, each, objective, causes));
  });
  if (access === 'public') return counted;
  return counted
    .filter(({ n }) => n >= fewest)
    .map((one) => {
      const close = counted.some(
        (other) =>
          one.factor === null &&
          other.factor !== null &&
          other.objective === one.objective &&
          typeof guarded(other) === 'number' &&
          one.rises !== other.rises &&
          one.rises - other.rises < fewest,
      );
      return { ...one, rises: close ? 'withheld' : guarded(one) };
    });
}

function guarded({ rises, n }: LiftedCount): LiftRelease['rises'] {
  if (rises < fewest) return 'fewer-than-ten';
  return n - rises < fewest ? 'nearly-all' : rises;
}
