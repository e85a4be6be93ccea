import type { Times } from '../src/speed/side-by-side.ts';

/** One line for a piece of work, with its ratio to another where there is one. */
export function line(
  name: string,
  times: Times | undefined,
  against?: { readonly name: string; readonly times: Times | undefined; readonly aim?: string },
): string {
  if (times === undefined) return `  ${name}: not measured`;
  const figures = `  ${name.padEnd(44)} ${times.median.toFixed(1).padStart(8)} ms (fastest ${times.fastest.toFixed(1)})`;
  if (against?.times === undefined) return figures;
  const ratio = times.median / against.times.median;
  return `${figures}  ${ratio.toFixed(2)} × ${against.name}${against.aim === undefined ? '' : ` (aim: ${against.aim})`}`;
}
