import { terminal } from './terminal.ts';

/** Data as JSON for programs and eyes: the same value is always the same bytes. */
export function printJson(value: unknown): void {
  terminal.print(JSON.stringify(value, null, 2));
}
