import { Type } from 'typebox';
import { matches } from '../../kernel/schema.ts';
import { GuardedCount } from '../../model/panel-caps.ts';
import type { CauseRelease } from '../disclosure/cause-release.ts';
import { LiftRelease } from '../disclosure/lift-release.ts';
import type { Release } from '../disclosure/release.ts';
import type { OwnAnswer, OwnMove, Releases } from '../disclosure/releases.ts';
import type { UptakeRelease } from '../disclosure/uptake-release.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** The figures of a panel that take a name, as they were released. */
export type KeptReleases = Pick<Releases, 'distribution' | 'uptake' | 'causes' | 'own' | 'ownMove'> & {
  /** What each circumstance would raise; see `liftReleases`. */
  readonly lifts: (period: string) => Promise<readonly LiftRelease[]>;
};

const level = Type.Integer();
const n = Type.Integer({ minimum: 0 });
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const nothing = Type.Object({
  give: Type.Literal('nothing'),
  because: Type.Union([
    Type.Literal('nobody-else'),
    Type.Literal('few-others'),
    Type.Literal('close-to-another'),
    Type.Literal('singles-out'),
  ]),
});
const place = { achieved: level, workingTowards: orNull(level) };
const release = Type.Union([
  Type.Object({ give: Type.Literal('counts'), places: Type.Array(Type.Object({ ...place, n })), n }),
  Type.Object({ give: Type.Literal('nearly-all'), achieved: level, n }),
  nothing,
]);
const uptake = Type.Union([
  Type.Object({
    give: Type.Literal('counts'),
    steps: Type.Array(Type.Object({ from: level, n, reached: n })),
    n,
  }),
  nothing,
]);
const causes = Type.Array(
  Type.Object({
    cause: Type.String(),
    control: Type.String(),
    under: GuardedCount,
    beyond: orNull(GuardedCount),
  }),
);
const lifts = Type.Array(LiftRelease);
const own = orNull(Type.Object(place));
const ownMove = orNull(Type.Object({ from: level, reached: Type.Boolean() }));

const isRelease = (value: unknown): value is Release => matches(release, value);
const isUptake = (value: unknown): value is UptakeRelease => matches(uptake, value);
const isCauses = (value: unknown): value is readonly CauseRelease[] => matches(causes, value);
const isLifts = (value: unknown): value is readonly LiftRelease[] => matches(lifts, value);
const isOwn = (value: unknown): value is OwnAnswer | null => matches(own, value);
const isOwnMove = (value: unknown): value is OwnMove | null => matches(ownMove, value);

/**
 * The released figures of a panel for one viewer, each worked out once and then kept: while all that is asked for is
 * kept, the panel is not even opened. What is kept is what leaves the holder's hands anyway.
 */
export function keptReleases(kept: KeptAnswers, open: () => Promise<KeptReleases>): KeptReleases {
  return {
    distribution: (kind, period, objective) =>
      kept.answer(`distribution ${kind} ${period} ${objective}`, isRelease, async () =>
        (await open()).distribution(kind, period, objective),
      ),
    uptake: (kind, from, to, objective) =>
      kept.answer(`uptake ${kind} ${from} ${to} ${objective}`, isUptake, async () =>
        (await open()).uptake(kind, from, to, objective),
      ),
    causes: (period, objective) =>
      kept.answer(`causes ${period} ${objective}`, isCauses, async () =>
        (await open()).causes(period, objective),
      ),
    own: (period, objective) =>
      kept.answer(`own ${period} ${objective}`, isOwn, async () => (await open()).own(period, objective)),
    ownMove: (from, to, objective) =>
      kept.answer(`own-move ${from} ${to} ${objective}`, isOwnMove, async () =>
        (await open()).ownMove(from, to, objective),
      ),
    lifts: (period) => kept.answer(`lifts ${period}`, isLifts, async () => (await open()).lifts(period)),
  };
}
