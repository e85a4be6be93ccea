import { Error as errorLevel, logger, Warn } from 'vega';

/** A log for Vega and Vega-Lite that keeps what is reported and prints nothing. */
export interface FaultLog {
  readonly logger: ReturnType<typeof logger>;
  /** In order of appearance. */
  readonly faults: readonly string[];
}

/** An empty log; of errors alone where a warning is no fault, as Vega warns of every layer without rows. */
export function faultLog(keeps: 'errors' | 'warnings'): FaultLog {
  const faults: string[] = [];
  const keep = (_method: string, _level: string, parts: readonly unknown[]) => {
    faults.push(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '));
  };
  return { logger: logger(keeps === 'errors' ? errorLevel : Warn, 'error', keep), faults };
}
