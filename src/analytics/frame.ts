import type { DataFrame } from 'danfojs-node';
import { type Static, type TSchema, Type } from 'typebox';
import { Problem } from '../kernel/problem.ts';
import { type Frozen, matches } from '../kernel/schema.ts';

/** One scored objective in one period, as a row of a frame. */
export const FrameRow = Type.Object({
  objective: Type.Integer(),
  section: Type.String(),
  period: Type.String(),
  label: Type.String(),
  achieved: Type.Integer(),
  midpoint: Type.Number(),
  agreedStandard: Type.Boolean(),
});
export type FrameRow = Frozen<Static<typeof FrameRow>>;

/** A column of a frame that can be grouped by. */
export type FrameColumn = 'section' | 'period' | 'label';

/** The same objective in an earlier and a later period. */
export interface FramePair {
  readonly from: FrameRow;
  readonly to: FrameRow;
}

/** Rows in danfojs: made by `Frames.frame`, read by the other functions of `Frames`. */
export type Frame = DataFrame;

/** What danfojs does for Headroom: it reshapes rows; the statistics are those of `src/statistics`. */
export interface Frames {
  /** A frame of the rows, in their order; null for none, since danfojs has no empty frame that it can reshape. */
  readonly frame: (rows: readonly FrameRow[]) => Frame | null;
  /** The rows of a frame, in its order. */
  readonly rows: (frame: Frame | null) => readonly FrameRow[];
  /** One frame for each value of a column, in order of first appearance; empty for no rows. */
  readonly groupBy: (frame: Frame | null, column: FrameColumn) => ReadonlyMap<string, Frame>;
  /** The objectives that are in both frames, with their rows; each objective may be in a frame once only. */
  readonly merge: (from: Frame | null, to: Frame | null) => readonly FramePair[];
  /** How many of the values are equal to each, in order of first appearance. */
  readonly valueCounts: (values: readonly string[]) => ReadonlyMap<string, number>;
}

const columns = [
  'objective',
  'section',
  'period',
  'label',
  'achieved',
  'midpoint',
  'agreedStandard',
] as const;
const dtypes = ['int32', 'string', 'string', 'string', 'int32', 'float32', 'boolean'];

/**
 * Opens danfojs, which takes 600 ms the first time in a process and nothing after; it writes to no stream.
 *
 * Its traps, and how they are met: columns are given their types, so that the first rows do not decide them; keys
 * that it makes objects from begin with `=`, so that "2/3" is not read as the number 2, "9" is not moved before "10"
 * and a section named `constructor` is found; it groups by one column at a time, since it joins the values of several
 * with hyphens; merges are inner, so that no NaN arises; what comes back is checked against the row's schema.
 * @throws Problem INTERNAL if danfojs is not installed, or gives back anything but rows
 */
export async function openFrames(): Promise<Frames> {
  const danfo = await load();
  const open = (rows: readonly FrameRow[], extra: Readonly<Record<string, readonly string[]>> = {}) =>
    new danfo.DataFrame(
      rows.map((row, index) => [
        ...columns.map((column) => row[column]),
        ...Object.values(extra).map((values) => values[index]),
      ]),
      {
        columns: [...columns, ...Object.keys(extra)],
        dtypes: [...dtypes, ...Object.keys(extra).map(() => 'string')],
      },
    );
  const read = <Schema extends TSchema>(frame: Frame, schema: Schema) =>
    parse(Type.Array(schema), danfo.toJSON(frame));
  const rows = (frame: Frame | null): readonly FrameRow[] => (frame === null ? [] : read(frame, FrameRow));
  return {
    frame: (given) => (given.length === 0 ? null : open(parse(Type.Array(FrameRow), given))),
    rows,
    groupBy: (frame, column) => {
      const given = rows(frame);
      if (given.length === 0) return new Map();
      const groups = open(given, { key: given.map((row) => `=${row[column]}`) }).groupby(['key']);
      const values = [...new Set(given.map((row) => row[column]))];
      return new Map(
        values.map((value) => [value, groups.getGroup([`=${value}`]).loc({ columns: [...columns] })]),
      );
    },
    merge: (from, to) => {
      if (from === null || to === null) return [];
      const merged = danfo.merge({ left: from, right: to, on: ['objective'], how: 'inner' });
      return merged.shape[0] === 0 ? [] : read(merged, MergedRow).map(pair);
    },
    valueCounts: (values) => {
      if (values.length === 0) return new Map();
      const counts = new danfo.Series(values.map((value) => `=${value}`)).valueCounts();
      const numbers = parse(Type.Array(Type.Integer()), counts.values);
      return new Map(counts.index.map((key, index) => [String(key).slice(1), numbers[index] ?? 0]));
    },
  };
}

/** danfojs gives the right-hand columns of a merge the ending `_1`. */
const MergedRow = Type.Object({
  ...FrameRow.properties,
  section_1: Type.String(),
  period_1: Type.String(),
  label_1: Type.String(),
  achieved_1: Type.Integer(),
  midpoint_1: Type.Number(),
  agreedStandard_1: Type.Boolean(),
});

function pair(row: Frozen<Static<typeof MergedRow>>): FramePair {
  const { objective, section, period, label, achieved, midpoint, agreedStandard } = row;
  return {
    from: { objective, section, period, label, achieved, midpoint, agreedStandard },
    to: {
      objective,
      section: row.section_1,
      period: row.period_1,
      label: row.label_1,
      achieved: row.achieved_1,
      midpoint: row.midpoint_1,
      agreedStandard: row.agreedStandard_1,
    },
  };
}

async function load() {
  try {
    return await import('danfojs-node');
  } catch (cause) {
    throw new Problem(
      'INTERNAL',
      {
        place: 'trends',
        seen: 'danfojs-node cannot be loaded',
        repair: 'Install it beside Headroom: npm install danfojs-node.',
      },
      { cause },
    );
  }
}

function parse<Schema extends TSchema>(schema: Schema, value: unknown): Static<Schema> {
  if (matches(schema, value)) return value;
  throw new Problem('INTERNAL', {
    place: 'frame',
    seen: 'rows of another form than a frame has',
    allowed: columns.join(', '),
    repair: 'Please report this, with what you did.',
  });
}
