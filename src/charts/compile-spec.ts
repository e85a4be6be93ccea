import type { Spec } from 'vega';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';
import { Problem } from '../kernel/problem.ts';
import type { DashboardVariant, Theme } from './dashboard.ts';
import { faultLog } from './fault-log.ts';

/** A Vega specification, and what Vega-Lite warned of while it made it. */
export interface CompiledSpec {
  readonly vega: Spec;
  readonly warnings: readonly string[];
}

/**
 * A dashboard's Vega-Lite specification in the colours and fonts of its theme, compiled to Vega; the input stays as it is.
 * The result holds no data: rows are given under the name of the dataset.
 * @throws Problem DASHBOARD_BROKEN if Vega-Lite refuses it
 */
export function compileSpec(variant: DashboardVariant, theme: Theme): CompiledSpec {
  const { logger, faults } = faultLog('warnings');
  const { usermeta: _usermeta, ...spec } = structuredClone(variant.spec);
  const config: Config = structuredClone({
    font: theme.fontFamily,
    range: { category: [...theme.palette], ordinal: [...theme.ranks], onRanks: [...theme.onRanks] },
    ...theme.config,
  });
  try {
    return { vega: compile(asSpec(spec), { config, logger }).spec, warnings: faults };
  } catch (cause) {
    const seen = cause instanceof Error ? cause.message : String(cause);
    const repair = 'Correct the Vega-Lite specification.';
    throw new Problem('DASHBOARD_BROKEN', { file: variant.file, seen, repair }, { cause });
  }
}

// Vega-Lite is the parser of its own language: what is no specification fails in `compile`.
function asSpec(json: unknown): TopLevelSpec {
  return json as TopLevelSpec;
}
