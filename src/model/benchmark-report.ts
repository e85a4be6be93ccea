import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Comparison, LeftOutBecause } from './comparison.ts';
import { Panel } from './panel.ts';
import { PanelCaps } from './panel-caps.ts';
import { BesidePublished } from './published-average.ts';
import { Uptake } from './uptake.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const count = Type.Integer({ minimum: 0 });

/** A kind of group that an organisation can be compared with. */
export const GroupKind = Type.Union([
  Type.Literal('all'),
  Type.Literal('type'),
  Type.Literal('region'),
  Type.Literal('type-and-region'),
  Type.Literal('nearest'),
]);

const Group = Type.Object({ kind: GroupKind, name: Type.String() }, closed);

/** What is withheld of the others for one reason. */
export const Withheld = Type.Object(
  { because: LeftOutBecause, objectives: Type.Array(Type.Integer()), sentence: Type.String() },
  closed,
);
export type Withheld = Frozen<Static<typeof Withheld>>;

/** An organisation beside others of a panel in one period: the contract of `benchmark --json`. */
export const BenchmarkReport = Type.Object(
  {
    schema: Type.Literal(1),
    framework: Type.String(),
    organisation: Type.String({
      description: 'Its id; of an organisation that only a public panel has, as the panel calls it.',
    }),
    name: Type.String(),
    label: nullable(Type.String({ description: 'Says that all of it is invented; null for real scores.' })),
    panel: Type.Object(
      {
        id: Panel.properties.id,
        name: Panel.properties.name,
        access: Panel.properties.access,
        invented: Panel.properties.invented,
        source: Panel.properties.source,
        version: Panel.properties.version,
        periods: Panel.properties.periods,
        organisations: Panel.properties.organisations,
      },
      closed,
    ),
    otherPanels: Type.Array(Type.Object({ id: Panel.properties.id, name: Panel.properties.name }, closed), {
      description: 'Others that this organisation could be compared with.',
    }),
    sources: Type.Array(
      Type.Object(
        {
          about: Type.Union([Type.Literal('organisations'), Type.Literal('neighbours')]),
          file: Type.String(),
          publisher: Type.String(),
          licence: Type.String(),
          attribution: nullable(Type.String()),
        },
        closed,
      ),
      { description: 'The lists by which organisations were put into groups; none for an invented panel.' },
    ),
    pack: Type.Object({ version: Type.String(), sha256: Type.String() }, closed),
    groups: Type.Array(Group, { description: 'Those that this organisation can be compared with.' }),
    others: nullable(
      Type.Object(
        { fewest: count, most: count },
        { ...closed, description: 'How many others answered an objective whose figures are given.' },
      ),
    ),
    own: Type.Object(
      {
        from: Type.Union([Type.Literal('records'), Type.Literal('panel'), Type.Literal('nowhere')], {
          description: 'Where the own scores of the period are from.',
        }),
        inPanel: Type.Boolean({
          description:
            'Whether the panel has rows of this organisation; of a confidential one, only where its own closed assessments show that they are its.',
        }),
        differing: Type.Array(
          Type.Object(
            { objective: Type.Integer(), here: nullable(Type.String()), panel: Type.String() },
            closed,
          ),
          {
            description:
              'Where the records and a public panel do not say the same; the records are compared.',
          },
        ),
      },
      closed,
    ),
    comparison: Comparison,
    withheld: Type.Array(Withheld),
    uptake: nullable(
      Type.Object(
        {
          periods: Uptake.properties.periods,
          objectives: Type.Array(Uptake, {
            description: 'From the own level of each objective that is scored below the top.',
          }),
        },
        closed,
      ),
    ),
    caps: PanelCaps,
    published: Type.Array(BesidePublished),
    left: Type.Array(Type.String(), { description: 'Who is left out of which figures, and why.' }),
    definitions: Type.Array(Type.Object({ term: Type.String(), text: Type.String() }, closed)),
  },
  {
    ...closed,
    title: 'Benchmark report',
    description: 'An organisation beside others of a panel in one period.',
  },
);
export type BenchmarkReport = Frozen<Static<typeof BenchmarkReport>>;
