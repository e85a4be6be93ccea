import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Quoted, Standing, Strength } from './advice.ts';
import { Path } from './reading-rules.ts';
import { Score } from './score.ts';
import { Views } from './views.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const moments = { until: nullable(Quoted), reviewBy: nullable(Quoted), waitsOn: nullable(Quoted) };

/** A limit that a comment gives, with the words that say it. */
export const Obstacle = Type.Object({
  rule: Type.String(),
  signal: Type.String(),
  strength: Strength,
  standing: Standing,
  /** The level at which it caps, as said. */
  level: Type.Integer(),
  words: Quoted,
  ...moments,
});
export type Obstacle = Frozen<Static<typeof Obstacle>>;

/** An action or a stated course; an exploring one is `aimed` where it shares words with what it is to reach. */
export const Course = Type.Object({
  rule: Type.String(),
  path: Path,
  aimed: Type.Boolean(),
  words: Quoted,
  ...moments,
});
export type Course = Frozen<Static<typeof Course>>;

/** What a comment says, read by the pack's rules. */
export const Reading = Type.Object({
  objective: Type.Integer(),
  period: Type.String(),
  /** The score that stands beside the text; null where none is given. */
  score: nullable(Score),
  text: Type.String(),
  views: Views,
  obstacles: Type.Array(Obstacle),
  courses: Type.Array(Course),
  /** The words of a decision to take no further action. */
  decision: nullable(Quoted),
});
export type Reading = Frozen<Static<typeof Reading>>;
