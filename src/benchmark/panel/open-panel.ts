import type { Database } from '../../duckdb/database.ts';
import type { Panel } from '../../model/panel.ts';

/**
 * A panel that can be asked, as tables of a database:
 *
 * - `scores`: organisation, period VARCHAR; objective INTEGER; state VARCHAR (`scored`, `not-applicable`,
 *   `not-scored`); achieved, working_towards INTEGER (null where there is none); agreed_standard, carried BOOLEAN.
 *   One row an organisation, period and objective.
 * - `causes`: organisation, period VARCHAR; objective INTEGER; cause VARCHAR; level INTEGER; control, standing VARCHAR
 * - `factors`: organisation, period, factor, setting VARCHAR
 * - `organisations`: organisation, name, type, region, nation VARCHAR; started, ended VARCHAR (a day, or null),
 *   successor VARCHAR (or null). From the register, or the panel's own where it is invented. One row for every
 *   organisation of `scores`; type, region and nation are null where it could not be joined.
 * - `neighbours`: organisation, neighbour VARCHAR; place INTEGER (1 is the nearest)
 */
export interface OpenPanel {
  readonly panel: Panel;
  readonly database: Database;
  readonly close: () => void;
}
