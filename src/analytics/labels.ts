import type { Framework } from '../model/framework.ts';
import type { FrameRow } from './frame.ts';

/** A whole level, or a half-step: 2/3 is achieved 2, midpoint 2.5. */
export type Label = Pick<FrameRow, 'label' | 'achieved' | 'midpoint'>;

/** Every level of the framework, and every half-step that is scored in some row, lowest first. */
export function labels(framework: Framework, rows: readonly FrameRow[]): readonly Label[] {
  const whole = framework.levels.map(({ level }): [string, Label] => [
    String(level),
    { label: String(level), achieved: level, midpoint: level },
  ]);
  const scored = rows.map(({ label, achieved, midpoint }): [string, Label] => [
    label,
    { label, achieved, midpoint },
  ]);
  return [...new Map([...whole, ...scored]).values()].sort((a, b) => a.midpoint - b.midpoint);
}
