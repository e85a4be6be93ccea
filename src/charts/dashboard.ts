import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import type { DatasetName } from './catalogue.ts';

const closed = { additionalProperties: false };
const colour = Type.String({ pattern: '^#[0-9A-F]{6}$' });

/** What kind of statement a dashboard makes; its data decide which generator writes headline and text. */
export const DashboardKind = Type.Union([
  Type.Literal('levels'),
  Type.Literal('series'),
  Type.Literal('moves'),
  Type.Literal('ladder'),
  Type.Literal('distribution'),
  Type.Literal('matrix'),
  Type.Literal('frontier'),
]);
export type DashboardKind = Static<typeof DashboardKind>;

/** The datasets that each kind can make its statement from; each dataset has a generator of its own. */
export const datasetsOfKind: Readonly<Record<DashboardKind, readonly DatasetName[]>> = {
  levels: ['levels', 'sectionLevels'],
  series: ['sections', 'peerPeriods'],
  moves: ['moves', 'peerUptake'],
  ladder: ['headroom'],
  distribution: ['ceilings', 'peerLevels', 'peerCauses'],
  matrix: ['unlock', 'sectionCauses'],
  frontier: ['planFrontier'],
};

/** What a file in `dashboards/` says of itself, in `usermeta.headroom`. */
export const DashboardMeta = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    /** What the reader asks: the heading on a page. */
    question: Type.String({ minLength: 1, maxLength: 100 }),
    kind: DashboardKind,
    unit: Type.String({ minLength: 1 }),
    /** How many periods of data it takes; of the files with one id, the one that needs most and gets it is drawn. */
    needs: Type.Object({ periods: Type.Integer({ minimum: 1 }) }, closed),
    /** How to read the picture. */
    subtitle: Type.String({ minLength: 1, maxLength: 300 }),
    /** What differs where there is little width: JSON Pointers into the file, each with what stands there then. */
    narrow: Type.Optional(Type.Record(Type.String({ pattern: '^/' }), Type.Unknown())),
  },
  closed,
);
export type DashboardMeta = Frozen<Static<typeof DashboardMeta>>;

/** Colours, fonts and Vega-Lite settings that all dashboards share: `dashboards/theme.json`. */
export const Theme = Type.Object(
  {
    /** For things of different kinds, in this order. */
    palette: Type.Array(colour, { minItems: 1 }),
    /** For text upon each colour of the palette. */
    onPalette: Type.Array(colour, { minItems: 1 }),
    /** For levels and other ranks, lowest first: one hue, from light to dark, so that their order is seen without colour. */
    ranks: Type.Array(colour, { minItems: 2 }),
    /** For text upon each colour of `ranks`. */
    onRanks: Type.Array(colour, { minItems: 2 }),
    ink: colour,
    quiet: colour,
    /** For lines that only guide the eye. */
    guide: colour,
    background: colour,
    /** For each colour, the one in its place on a page with a dark ground. */
    dark: Type.Record(colour, colour),
    fontFamily: Type.String({ minLength: 1 }),
    /** Of the whole picture, in pixels; a wider chart widens it. */
    width: Type.Integer({ minimum: 300, maximum: 1000 }),
    config: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);
export type Theme = Frozen<Static<typeof Theme>>;

/** A Vega-Lite specification as parsed JSON; frozen. */
export type ChartSpec = { readonly [key: string]: unknown };

/** One way to draw a dashboard, from one file. */
export interface DashboardVariant {
  readonly file: string;
  /** The fewest periods of data that it takes. */
  readonly periods: number;
  readonly subtitle: string;
  readonly spec: ChartSpec;
  /** The same where there is little width, such as on a telephone; absent where the file has no such form. */
  readonly narrow?: DashboardVariant;
}

/** A dashboard: a question, the dataset that answers it, and one or more ways to draw the answer. */
export interface Dashboard {
  readonly id: string;
  readonly question: string;
  readonly kind: DashboardKind;
  readonly unit: string;
  readonly data: DatasetName;
  readonly theme: Theme;
  /** By the periods that they need, ascending; at least one. */
  readonly variants: readonly DashboardVariant[];
}
