/** The library's face: a workspace and its use cases, a pack and its evaluator, the schemas of what they answer. */
export { aboutData } from './app/about/about.ts';
export { AboutData } from './app/about/about-data.ts';
export { advise } from './app/advice/advise.ts';
export { capped } from './app/advice/capped.ts';
export { CappedGroup, CappedReport, PossibleLimit } from './app/advice/capped-report.ts';
export { explainObjective } from './app/advice/explain.ts';
export { ObjectiveExplanation } from './app/advice/objective-explanation.ts';
export { type FactorChange, setFactor } from './app/advice/set-factor.ts';
export { unlock } from './app/advice/unlock.ts';
export { chart, chartWords, type ListedDashboard, listDashboards } from './app/charts/chart.ts';
export { datasetRows } from './app/charts/dataset-rows.ts';
export { circumstances } from './app/circumstances/circumstances.ts';
export { CircumstancesReport } from './app/circumstances/circumstances-report.ts';
export { type RecordedCircumstance, recordCircumstance } from './app/circumstances/record-circumstance.ts';
export { answerStatements } from './app/criteria/answer-statements.ts';
export { CriteriaReport, criteriaReport } from './app/criteria/criteria-report.ts';
export { dropEvidence, keepEvidence } from './app/criteria/keep-evidence.ts';
export { pasteWording } from './app/criteria/paste-wording.ts';
export { type Exported, type ExportRequest, exportFile, exportFormats } from './app/export/export-file.ts';
export type { ExportedFile } from './app/export/exported-file.ts';
export { type TemplateRequest, template } from './app/export/template.ts';
export { type ImportRequest, importDocument } from './app/import/import-document.ts';
export { ImportReport } from './app/import/import-report.ts';
export {
  type DocumentRequest,
  type OpenedDocument,
  openDocument,
  type ReadDocument,
} from './app/import/read-document.ts';
export { overview } from './app/overview/overview.ts';
export { Overview } from './app/overview/overview-data.ts';
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
export { addNeighbours } from './app/register/add-neighbours.ts';
export { addOrganisations } from './app/register/add-organisations.ts';
export { findRegistered } from './app/register/find-registered.ts';
export { panelJoinsOf } from './app/register/panel-joins-of.ts';
export { PanelJoinsReport } from './app/register/panel-joins-report.ts';
export { RegisterReport } from './app/register/register-report.ts';
export { RegisteredReport } from './app/register/registered-report.ts';
export { type DecisionView, decide } from './app/review/decide.ts';
export { Decision } from './app/review/decision.ts';
export { type ReviewFilter, review } from './app/review/review.ts';
export { ReviewReport } from './app/review/review-report.ts';
export { type BenchRequest, benchRules } from './app/rules/bench-rules.ts';
export { proveRules, RulesProof } from './app/rules/prove-rules.ts';
export { type RuleBookRequest, ruleBook, ruleBookOfFolder } from './app/rules/rule-book.ts';
export { RulesBench } from './app/rules/rules-bench.ts';
export { RulesTest, testRules } from './app/rules/test-rules.ts';
export { followedActions, followUpReport } from './app/trends/actions.ts';
export { backtestOf } from './app/trends/backtest.ts';
export { challengeList, challengeReport } from './app/trends/challenges.ts';
export { ChallengeReport, FollowUpReport } from './app/trends/follow-up-report.ts';
export { trendsOf } from './app/trends/trends.ts';
export { backupWorkspace, restoreWorkspace } from './app/workspace/backup.ts';
export { type FirstOrganisation, initWorkspace } from './app/workspace/init-workspace.ts';
export { HeldOrganisation, listOrganisations, organisationOf } from './app/workspace/organisations.ts';
export type { ViewOf } from './app/workspace/view-of.ts';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './app/workspace/workspace.ts';
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
