import type { PlanRequest } from '../model/plan-request.ts';
import type { ConfirmedAction, PlanAct, PlanChange, PlanRow, PlanSettings } from '../model/plan-row.ts';
import { type NewConfirmedAction, putConfirmedAction, readConfirmedActions } from './confirmed-actions.ts';
import type { Connection } from './connection.ts';
import type { Stamp } from './journal.ts';
import {
  type NewPlanRow,
  type PlanRowVersion,
  putPlanRow,
  readPlanHistory,
  readPlanRows,
  undoPlanRow,
} from './plan-rows.ts';
import { putPlanSettings, readPlanSettings } from './plan-settings.ts';

/** What a workspace remembers of plans; as in all records, every change is one transaction with its entry in the journal. */
export class PlanRecords {
  readonly #connection: Connection;
  readonly #stampOf: (by: string) => Stamp;

  constructor(connection: Connection, stampOf: (by: string) => Stamp) {
    this.#connection = connection;
    this.#stampOf = stampOf;
  }

  /** The rows of the plan of a period in order of objective, withdrawn ones too. @throws Problem UNKNOWN_ORGANISATION */
  rows(organisation: string, period: string): readonly PlanRow[] {
    return readPlanRows(this.#connection, organisation, period);
  }

  /** Every change of a row of a plan, oldest first. @throws Problem UNKNOWN_ORGANISATION */
  history(organisation: string, period: string, objective: number): readonly PlanChange[] {
    return readPlanHistory(this.#connection, organisation, period, objective);
  }

  /** Keeps a row of a plan made from the version `from`, 0 for none. @throws Problem UNKNOWN_ORGANISATION, ROW_CHANGED, BAD_VALUE */
  putRow(
    organisation: string,
    change: {
      readonly act: Exclude<PlanAct, 'undo'>;
      readonly row: NewPlanRow;
      readonly from: number;
    },
    by: string,
  ): PlanRow {
    return putPlanRow(this.#connection, organisation, change, this.#stampOf(by));
  }

  /** Takes back the last change of a row of a plan; null where none is left. @throws Problem UNKNOWN_ORGANISATION, ROW_CHANGED, BAD_VALUE */
  undoRow(organisation: string, row: PlanRowVersion, by: string): PlanRow | null {
    return undoPlanRow(this.#connection, organisation, row, this.#stampOf(by));
  }

  /** What the plan of a period was asked for. @throws Problem UNKNOWN_ORGANISATION */
  settings(organisation: string, period: string): PlanSettings | undefined {
    return readPlanSettings(this.#connection, organisation, period);
  }

  /** Keeps what the plan of a period is asked for. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
  putSettings(
    organisation: string,
    settings: { readonly period: string; readonly request: PlanRequest },
    by: string,
  ): void {
    putPlanSettings(this.#connection, organisation, settings, this.#stampOf(by));
  }

  /** What officers said became of the actions of a period. @throws Problem UNKNOWN_ORGANISATION */
  confirmedActions(organisation: string, period: string): readonly ConfirmedAction[] {
    return readConfirmedActions(this.#connection, organisation, period);
  }

  /** Keeps what became of an action. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
  putConfirmedAction(organisation: string, action: NewConfirmedAction, by: string): void {
    putConfirmedAction(this.#connection, organisation, action, this.#stampOf(by));
  }
}
