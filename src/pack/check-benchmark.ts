import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { farthestPosition } from '../model/benchmark-rules.ts';
import type { PackContent } from './pack.ts';

/** Bands of `benchmark.json` that do not follow each other, or leave a figure without words. */
export function checkBenchmark({ benchmark }: PackContent): readonly Diagnostic[] {
  const { positions, uptake } = benchmark;
  const bands = (place: string, path: string, seen: string, allowed: string, repair: string) =>
    diagnose('pack/bands', { file: 'benchmark.json', place, path, seen, allowed, repair });
  const stepped = positions.flatMap(({ upTo }, index) => {
    const before = positions[index - 1]?.upTo ?? 0;
    if (upTo > before) return [];
    return [
      bands(
        `band ${index + 1}`,
        `/positions/${index}/upTo`,
        `${upTo}, after ${before}`,
        `more than ${before}`,
        'Put the bands in order, the nearest to the middle first.',
      ),
    ];
  });
  const last = positions.at(-1)?.upTo ?? 0;
  const open =
    stepped.length > 0 || last === farthestPosition
      ? []
      : [
          bands(
            `band ${positions.length}`,
            `/positions/${positions.length - 1}/upTo`,
            `${last}`,
            `${farthestPosition}`,
            'Let the last band reach to the end, so that every position has words.',
          ),
        ];
  const { stretch, typical } = uptake;
  const turned =
    stretch < typical
      ? []
      : [
          bands(
            'uptake',
            '/uptake/stretch',
            `${stretch}`,
            `less than ${typical}, from which reaching the next level is typical`,
            'Begin the stretch below what is typical.',
          ),
        ];
  return [...stepped, ...open, ...turned];
}
