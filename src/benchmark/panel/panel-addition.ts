import type { Database } from '../../duckdb/database.ts';
import type { Panel } from '../../model/panel.ts';
import type { PanelRules } from './panel-rules.ts';

/** Where panels lie, and what their rows are checked against. */
export interface PanelHouse {
  /** The folder of all panels; made on first use. */
  readonly panels: string;
  /** The frameworks that there are rules for. */
  readonly frameworks: readonly string[];
  readonly rules: (framework: string) => PanelRules;
  readonly now: () => Date;
}

/** Files to be added to a panel, which is made where it is not there. */
export interface PanelAddition {
  readonly id: string;
  /** CSV or Parquet, as the user named them; one at least. */
  readonly files: readonly string[];
  /** The panel's id unless said, or as it is held. */
  readonly name?: string | undefined;
  readonly source?: string | undefined;
  /** Only where the panel is new; a confidential one never becomes public. */
  readonly access?: Panel['access'] | undefined;
  /** That the rows are demonstration data, as their column `invented` says too; with it, the panel's own organisations and neighbours. */
  readonly invented?: { readonly organisations?: string; readonly neighbours?: string } | undefined;
  /** Does everything but keep it. */
  readonly dryRun?: boolean | undefined;
}

/** What the steps of an addition work on. */
export interface AdditionWork {
  readonly house: PanelHouse;
  readonly addition: PanelAddition;
  /** The panel as it is; null for a new one. */
  readonly held: Panel | null;
  /** The folder that is to be the panel's. */
  readonly beside: string;
  /** A folder for files that are gone afterwards. */
  readonly scratch: string;
  readonly database: Database;
}
