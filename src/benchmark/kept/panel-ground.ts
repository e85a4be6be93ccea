import { type Static, Type } from 'typebox';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { type Frozen, matches } from '../../kernel/schema.ts';
import { GroupKind } from '../../model/benchmark-report.ts';
import type { Releases } from '../disclosure/releases.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import type { provenViewer } from '../register/groups/proven-viewer.ts';
import type { Viewer } from '../register/groups/viewer.ts';
import { panelJoins } from '../register/panel-joins.ts';

const closed = { additionalProperties: false };
const orNull = Type.Union([Type.String(), Type.Null()]);
const count = Type.Integer({ minimum: 0 });

/** What one viewer's look at a panel stands on beside figures: no score is in it. */
export const PanelGround = Type.Object(
  {
    viewer: Type.Object({ organisation: orNull, type: orNull, region: orNull }, closed),
    doubt: Type.Union(
      [
        Type.Literal('returns-differ'),
        Type.Literal('too-few-rows'),
        Type.Literal('no-shared-period'),
        Type.Null(),
      ],
      {
        description: 'Why the viewer is not taken for the organisation of the panel that has its id or name.',
      },
    ),
    groups: Type.Array(Type.Object({ kind: GroupKind, name: Type.String() }, closed)),
    periods: Type.Array(Type.String()),
    objectives: Type.Array(Type.Integer()),
    joins: Type.Object(
      {
        joined: count,
        notJoined: Type.Array(Type.String(), {
          description: 'As the panel has them; that they are in it is no secret.',
        }),
      },
      closed,
    ),
    predecessors: Type.Array(Type.String(), {
      description: 'Organisations that the viewer was made from, by name.',
    }),
    successors: Type.Array(Type.String(), {
      description: 'Organisations that took the place of the viewer, by name.',
    }),
  },
  closed,
);
export type PanelGround = Frozen<Static<typeof PanelGround>>;

/** Whether a value has the form of a ground. */
export function isPanelGround(value: unknown): value is PanelGround {
  return matches(PanelGround, value);
}

/** The ground of a viewer's look at an open panel. */
export async function panelGround(
  open: OpenPanel,
  { viewer, doubt }: Awaited<ReturnType<typeof provenViewer>>,
  { groups, periods, objectives }: Pick<Releases, 'groups' | 'periods' | 'objectives'>,
): Promise<PanelGround> {
  const joins = await panelJoins(open.database);
  const not = joins.filter(({ found }) => found !== 'joined').map(({ organisation }) => organisation);
  const { organisation, type, region } = viewer;
  return {
    viewer: { organisation, type, region },
    doubt,
    groups: [...groups],
    periods: [...periods],
    objectives: [...objectives],
    joins: {
      joined: joins.length - not.length,
      notJoined: not,
    },
    predecessors: await othersOf(open, viewer, 'predecessor'),
    successors: await othersOf(open, viewer, 'successor'),
  };
}

/** The names of those that an organisation was made from, or that took its place, over all codes that it had. */
async function othersOf(
  { database, panel }: OpenPanel,
  { registered }: Viewer,
  what: 'predecessor' | 'successor',
): Promise<string[]> {
  if (registered === null || panel.invented) return [];
  const self = what === 'predecessor' ? 'successor' : 'predecessor';
  const rows = await database.rows(`
    SELECT DISTINCT coalesce(r.name, s.${what}) AS name
    FROM register_successions s
    JOIN register_organisations own ON own.organisation = s.${self}
    LEFT JOIN register_organisations r ON r.organisation = s.${what}
    WHERE own.identity = ${textLiteral(registered)} AND NOT s.continues ORDER BY name`);
  return rows.map(({ name }) => String(name));
}
