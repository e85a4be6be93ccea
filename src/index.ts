/** The library's face: a workspace and its use cases, a pack and its evaluator, the schemas of what they answer. */
export { aboutData } from './app/about.ts';
export { AboutData } from './app/about-data.ts';
export { followedActions, followUpReport } from './app/actions.ts';
export { advise } from './app/advise.ts';
export { backtestOf } from './app/backtest.ts';
export { backupWorkspace, restoreWorkspace } from './app/backup.ts';
export { type BenchRequest, benchRules } from './app/bench-rules.ts';
export { capped } from './app/capped.ts';
export { CappedGroup, CappedReport, PossibleLimit } from './app/capped-report.ts';
export { challengeList, challengeReport } from './app/challenges.ts';
export { chart, chartWords, type ListedDashboard, listDashboards } from './app/chart.ts';
export { circumstances } from './app/circumstances/circumstances.ts';
export { CircumstancesReport } from './app/circumstances/circumstances-report.ts';
export { type RecordedCircumstance, recordCircumstance } from './app/circumstances/record-circumstance.ts';
export { answerStatements } from './app/criteria/answer-statements.ts';
export { CriteriaReport, criteriaReport } from './app/criteria/criteria-report.ts';
export { dropEvidence, keepEvidence } from './app/criteria/keep-evidence.ts';
export { pasteWording } from './app/criteria/paste-wording.ts';
export { datasetRows } from './app/dataset-rows.ts';
export { type DecisionView, decide } from './app/decide.ts';
export { Decision } from './app/decision.ts';
export { explainObjective } from './app/explain.ts';
export { type Exported, type ExportRequest, exportFile, exportFormats } from './app/export/export-file.ts';
export type { ExportedFile } from './app/export/exported-file.ts';
export { type TemplateRequest, template } from './app/export/template.ts';
export { ChallengeReport, FollowUpReport } from './app/follow-up-report.ts';
export { type ImportRequest, importDocument } from './app/import-document.ts';
export { ImportReport } from './app/import-report.ts';
export { type FirstOrganisation, initWorkspace } from './app/init-workspace.ts';
export { ObjectiveExplanation } from './app/objective-explanation.ts';
export { HeldOrganisation, listOrganisations, organisationOf } from './app/organisations.ts';
export { overview } from './app/overview.ts';
export { Overview } from './app/overview-data.ts';
export { addPanelFiles } from './app/panel/add-panel-files.ts';
export { checkPanels } from './app/panel/check-panels.ts';
export { dropPanel } from './app/panel/drop-panel.ts';
export { HeldPanels, heldPanels } from './app/panel/held-panels.ts';
export { writePanel } from './app/panel/write-panel.ts';
export { changePlanRow, choosePlanRow, type PlanRowEdit, type PlanView } from './app/plan/change-plan-row.ts';
export {
  agreePlan,
  choosePlan,
  planHistory,
  undoPlanRow,
  withdrawPlanRow,
} from './app/plan/decide-plan.ts';
export { confirmAction, openActions } from './app/plan/open-actions.ts';
export { plan } from './app/plan/plan.ts';
export { planReached } from './app/plan/plan-reached.ts';
export { OpenAction, PlanHistory, PlanReached, PlanReport } from './app/plan/plan-report.ts';
export { type PlanTable, planTable } from './app/plan/plan-table.ts';
export { type WrittenRequest, writtenRequest } from './app/plan/written-request.ts';
export { proveRules, RulesProof } from './app/prove-rules.ts';
export {
  type DocumentRequest,
  type OpenedDocument,
  openDocument,
  type ReadDocument,
} from './app/read-document.ts';
export { addNeighbours } from './app/register/add-neighbours.ts';
export { addOrganisations } from './app/register/add-organisations.ts';
export { findRegistered } from './app/register/find-registered.ts';
export { panelJoinsOf } from './app/register/panel-joins-of.ts';
export { PanelJoinsReport } from './app/register/panel-joins-report.ts';
export { RegisterReport } from './app/register/register-report.ts';
export { RegisteredReport } from './app/register/registered-report.ts';
export { type ReviewFilter, review } from './app/review.ts';
export { ReviewReport } from './app/review-report.ts';
export { type RuleBookRequest, ruleBook, ruleBookOfFolder } from './app/rule-book.ts';
export { RulesBench } from './app/rules-bench.ts';
export { type FactorChange, setFactor } from './app/set-factor.ts';
export { RulesTest, testRules } from './app/test-rules.ts';
export { trendsOf } from './app/trends.ts';
export { unlock } from './app/unlock.ts';
export type { ViewOf } from './app/view-of.ts';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './app/workspace.ts';
export { type GivenStandard, setAgreedStandard } from './app/year/agreed-standard.ts';
export { type Closing, closeYear, reopenYear } from './app/year/close-year.ts';
export { DiscardedYear } from './app/year/discard-year.ts';
export { type EnteredRow, enteredRow, enterRow, undoRow } from './app/year/enter-row.ts';
export { openYear, type YearName } from './app/year/open-year.ts';
export { YearObjective, YearReport } from './app/year/year-report.ts';
export { yearReport } from './app/year/year-report-of.ts';
export { type DatasetName, datasetFields } from './charts/catalogue.ts';
export type { ChartText } from './charts/chart-text.ts';
export type { ChartFormat, RenderedChart } from './charts/render-chart.ts';
export { type ChecklistLevel, levelInterval, standingBetween } from './engine/checklist.ts';
export {
  type Evaluation,
  type EvaluationInput,
  type Evaluator,
  evaluator,
  type ObjectiveTrace,
} from './engine/evaluate.ts';
export { type CaseRow, caseRows } from './engine/sql/case-rows.ts';
export { compilePackSql, type PackSql } from './engine/sql/compile-pack-sql.ts';
export { type Unlocker, unlocker } from './engine/unlock/unlock.ts';
export { readAppendix } from './exchange/read/appendix-text.ts';
export type { DocumentReading } from './exchange/read/document-reading.ts';
export type { DocumentStamp } from './exchange/read/document-stamp.ts';
export type { ParsedDocument } from './exchange/read/document-table.ts';
export { readTables, type TablesOptions } from './exchange/read/read-tables.ts';
export {
  Diagnostic,
  type DiagnosticCode,
  describeDiagnostic,
  diagnosticCatalogue,
} from './kernel/diagnostics.ts';
export { type Effects, realEffects } from './kernel/effects.ts';
export { asProblem, Problem, type ProblemCode, problemCatalogue } from './kernel/problem.ts';
export { type Mismatch, matches, mismatches } from './kernel/schema.ts';
export { Advice, type ObjectiveAdvice, type ScoredAdvice, scoredAdvice } from './model/advice.ts';
export { AgreedStandard } from './model/agreed-standard.ts';
export { Assessment, AssessmentRow } from './model/assessment.ts';
export { Backtest } from './model/backtest.ts';
export { Challenge } from './model/challenge.ts';
export { FollowedAction } from './model/follow-up.ts';
export { Framework } from './model/framework.ts';
export { HeldRow, RowChange } from './model/held-row.ts';
export { Organisation } from './model/organisation.ts';
export { parseScore, Score } from './model/score.ts';
export { Trends } from './model/trends.ts';
export { Unlock } from './model/unlock.ts';
export { plainWords, type WrittenDocument } from './model/written-document.ts';
export { loadPack } from './pack/load.ts';
export type { Pack } from './pack/pack.ts';
