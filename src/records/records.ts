import { join } from 'node:path';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { Effects } from '../kernel/effects.ts';
import type { AgreedStandard } from '../model/agreed-standard.ts';
import type { Assessment } from '../model/assessment.ts';
import type { EvidenceItem } from '../model/evidence-item.ts';
import type { FactorSetting } from '../model/factor-setting.ts';
import type { HeldRow, RowChange } from '../model/held-row.ts';
import type { JournalEntry } from '../model/journal-entry.ts';
import type { Organisation } from '../model/organisation.ts';
import type { ReadingCorrection } from '../model/reading-correction.ts';
import type { KeptAnswer, PastedWording } from '../model/statement.ts';
import { AccessRecords } from './access-records.ts';
import { agreeStandard, type NewAgreedStandard, readAgreedStandardAt } from './agreed-standards.ts';
import { type NewAnswer, putAnswer, readAnswers } from './answers.ts';
import { type HeldAssessment, readAssessment, readAssessments, readFindings } from './assessments.ts';
import { backupTo } from './backup.ts';
import type { Connection } from './connection.ts';
import { addCorrection, type NewDecision, readCorrectionsAt } from './corrections.ts';
import { discardAssessment } from './discard-assessment.ts';
import { addEvidence, type NewEvidence, readEvidence, removeEvidence } from './evidence.ts';
import { type NewFactorSetting, readFactorSettings, readFactorsAt, setFactor } from './factors.ts';
import type { NewImport, PeriodOutcome } from './import-steps.ts';
import { readJournal, type Stamp } from './journal.ts';
import { closeAssessment, type NewAssessment, openAssessment, reopenAssessment } from './open-assessments.ts';
import { type OpenOptions, openConnection } from './open-connection.ts';
import { putOrganisation, readOrganisation, readOrganisations } from './organisations.ts';
import { PlanRecords } from './plan-records.ts';
import { recordsFile } from './records-file.ts';
import { readRowHistory } from './row-history.ts';
import { enterRow, type NewRow, readRows, undoRow } from './rows.ts';
import { saveImport } from './save-import.ts';
import { markSourceEdited, markSourceSeeded, readSource, type SourceState } from './sources.ts';
import { type NewWording, putWording, readWording } from './wording.ts';

/**
 * What a workspace remembers. Every change is one transaction with its entry in the journal; `by` says who makes it, and
 * the clock of the effects says when. What is the same already is not written again. All methods can throw
 * WORKSPACE_BUSY and WORKSPACE_BROKEN.
 */
export class Records {
  /** The file in which all of it is. */
  readonly file: string;
  /** The plans of organisations. */
  readonly plans: PlanRecords;
  /** Who may sign in, and who has. */
  readonly access: AccessRecords;
  readonly #connection: Connection;
  readonly #effects: Effects;

  constructor(connection: Connection, effects: Effects) {
    this.#connection = connection;
    this.#effects = effects;
    this.file = connection.file;
    this.plans = new PlanRecords(connection, (by) => this.#stamp(by));
    this.access = new AccessRecords(connection, (by) => this.#stamp(by));
  }

  /** Every organisation, in order of id. */
  organisations(): readonly Organisation[] {
    return readOrganisations(this.#connection);
  }

  /** One organisation. @throws Problem UNKNOWN_ORGANISATION */
  organisation(id: string): Organisation {
    return readOrganisation(this.#connection, id);
  }

  /** Adds an organisation, or changes it. @throws Problem BAD_VALUE */
  putOrganisation(organisation: Organisation, by: string): void {
    putOrganisation(this.#connection, organisation, this.#stamp(by));
  }

  /** The periods of an organisation in order, with where each came from. @throws Problem UNKNOWN_ORGANISATION */
  assessments(organisation: string): readonly HeldAssessment[] {
    return readAssessments(this.#connection, organisation);
  }

  /** One assessment. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD */
  assessment(organisation: string, period: string): Assessment {
    return readAssessment(this.#connection, organisation, period);
  }

  /** Keeps what a document brings, all or nothing, and says what came of each period. @throws Problem UNKNOWN_ORGANISATION, ASSESSMENT_CLOSED */
  saveImport(given: NewImport, by: string): readonly PeriodOutcome[] {
    return saveImport(this.#connection, given, this.#stamp(by));
  }

  /** Opens an assessment to be entered by hand; false where there is one already. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
  openAssessment(organisation: string, assessment: NewAssessment, by: string): boolean {
    return openAssessment(this.#connection, organisation, assessment, this.#stamp(by));
  }

  /** Closes an assessment: nothing in it changes then. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD */
  closeAssessment(organisation: string, period: string, by: string): void {
    closeAssessment(this.#connection, organisation, period, this.#stamp(by));
  }

  /** Opens a closed assessment again, with the reason. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, BAD_VALUE */
  reopenAssessment(organisation: string, period: string, reason: string, by: string): void {
    reopenAssessment(this.#connection, organisation, period, reason, this.#stamp(by));
  }

  /** Takes an open assessment away with its rows, which the journal keeps. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, ASSESSMENT_CLOSED */
  discardAssessment(organisation: string, period: string, by: string): void {
    discardAssessment(this.#connection, organisation, period, this.#stamp(by));
  }

  /** The rows of an assessment with their versions. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD */
  rows(organisation: string, period: string): readonly HeldRow[] {
    return readRows(this.#connection, organisation, period);
  }

  /** Keeps a row made from its present version. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, ASSESSMENT_CLOSED, ROW_CHANGED, BAD_VALUE */
  enterRow(organisation: string, period: string, row: NewRow, by: string): HeldRow {
    return enterRow(this.#connection, organisation, period, row, this.#stamp(by));
  }

  /** Takes back the last change of a row. @throws Problem as `enterRow` does */
  undoRow(
    organisation: string,
    period: string,
    row: { readonly objective: number; readonly version: number },
    by: string,
  ): HeldRow {
    return undoRow(this.#connection, organisation, period, row, this.#stamp(by));
  }

  /** Every change of one row, oldest first. */
  rowHistory(organisation: string, period: string, objective: number): readonly RowChange[] {
    return readRowHistory(this.#connection, organisation, period, objective);
  }

  /** The standard that the organisation agreed, as it holds in a period; null without one. @throws Problem UNKNOWN_ORGANISATION */
  agreedStandardAt(organisation: string, period: string): AgreedStandard | null {
    return readAgreedStandardAt(this.#connection, organisation, period);
  }

  /** Says what standard the organisation agreed from a period on. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
  agreeStandard(organisation: string, standard: NewAgreedStandard, by: string): void {
    agreeStandard(this.#connection, organisation, standard, this.#stamp(by));
  }

  /** What was found in the documents that the present assessments came from. @throws Problem UNKNOWN_ORGANISATION */
  findings(organisation: string): readonly Diagnostic[] {
    return readFindings(this.#connection, organisation);
  }

  /**
   * Says what holds of a circumstance from a period on; with `version`, only if it was set so often until now.
   * @throws Problem UNKNOWN_ORGANISATION, ROW_CHANGED, BAD_VALUE
   */
  setFactor(
    organisation: string,
    setting: NewFactorSetting,
    by: string,
    version: number | null = null,
  ): void {
    setFactor(this.#connection, organisation, setting, this.#stamp(by), version);
  }

  /** Everything that was said of circumstances, in the order in which it was. @throws Problem UNKNOWN_ORGANISATION */
  factorSettings(organisation: string): readonly FactorSetting[] {
    return readFactorSettings(this.#connection, organisation);
  }

  /** What holds of each circumstance in a period; one that nobody has set is absent. @throws Problem UNKNOWN_ORGANISATION */
  factorsAt(organisation: string, period: string): readonly FactorSetting[] {
    return readFactorsAt(this.#connection, organisation, period);
  }

  /** Keeps an officer's decision on the words of a comment. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
  addCorrection(organisation: string, decision: NewDecision, by: string): void {
    addCorrection(this.#connection, organisation, decision, this.#stamp(by));
  }

  /** The decisions on the comments of a period and of those before it; what was withdrawn is absent. @throws Problem UNKNOWN_ORGANISATION */
  correctionsAt(organisation: string, period: string): readonly ReadingCorrection[] {
    return readCorrectionsAt(this.#connection, organisation, period);
  }

  /** What was pasted for the levels of an objective, in order of level. */
  wording(framework: string, objective: number): readonly PastedWording[] {
    return readWording(this.#connection, framework, objective);
  }

  /** Keeps the wording of a level in the place of what was pasted before; no line takes it away. @throws Problem BAD_VALUE */
  putWording(wording: NewWording, by: string): void {
    putWording(this.#connection, wording, this.#stamp(by));
  }

  /** What is said of the statements of one row. @throws Problem UNKNOWN_ORGANISATION */
  answers(organisation: string, period: string, objective: number): readonly KeptAnswer[] {
    return readAnswers(this.#connection, organisation, period, objective);
  }

  /** Keeps what is said of a statement. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
  putAnswer(organisation: string, answer: NewAnswer, by: string): void {
    putAnswer(this.#connection, organisation, answer, this.#stamp(by));
  }

  /** The evidence for one row, in the order in which it was added. @throws Problem UNKNOWN_ORGANISATION */
  evidence(organisation: string, period: string, objective: number): readonly EvidenceItem[] {
    return readEvidence(this.#connection, organisation, period, objective);
  }

  /** Keeps a piece of evidence for a row and gives its number. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
  addEvidence(organisation: string, evidence: NewEvidence, by: string): number {
    return addEvidence(this.#connection, organisation, evidence, this.#stamp(by));
  }

  /** Takes a piece of evidence away; false where the row has none of that number. @throws Problem UNKNOWN_ORGANISATION */
  removeEvidence(
    organisation: string,
    row: Pick<EvidenceItem, 'period' | 'objective' | 'id'>,
    by: string,
  ): boolean {
    return removeEvidence(this.#connection, organisation, row, this.#stamp(by));
  }

  /** The latest changes first; a hundred of them unless said. */
  journal({ limit = 100 }: { readonly limit?: number } = {}): readonly JournalEntry[] {
    return readJournal(this.#connection, limit);
  }

  /** What is known of a source; undefined if it was never imported. */
  sourceState(id: string): SourceState | undefined {
    return readSource(this.#connection, id);
  }

  /** Says that a source was imported with this hash, and that nobody has edited it since. */
  markSourceSeeded(id: string, sha256: string, by: string): void {
    markSourceSeeded(this.#connection, id, sha256, this.#stamp(by));
  }

  /** Says that somebody changed here what came from a source. */
  markSourceEdited(id: string, by: string): void {
    markSourceEdited(this.#connection, id, this.#stamp(by));
  }

  /** Changes with what is kept here, whoever changes it; who has signed in does not count. */
  state(): string {
    return this.#connection.state();
  }

  /** Several readings of one moment, whatever others write meanwhile. */
  reading<T>(work: () => T): T {
    return this.#connection.reading(work);
  }

  /** Several changes as one, all or nothing; what the work reads stays true until it has written. */
  writing<T>(work: () => T): T {
    return this.#connection.writing(work);
  }

  /** Writes all of it into one new file, as it is at this moment. @throws Problem FILE_EXISTS, FILE_UNWRITABLE */
  backup(file: string): void {
    backupTo(this.#connection, file);
  }

  /** Lets go of the file; a second time does nothing. */
  close(): void {
    this.#connection.close();
  }

  #stamp(by: string): Stamp {
    return { by, at: this.#effects.now().toISOString() };
  }
}

/**
 * The records of a workspace folder; both are made if they are not there, unless only read.
 * @throws Problem WORKSPACE_BROKEN (the file is left as it is), WORKSPACE_BUSY
 */
export function openRecords(folder: string, effects: Effects, options: OpenOptions = {}): Records {
  return new Records(openConnection(join(folder, recordsFile), effects, options), effects);
}
