/** The importer: raw news copy in, content for editors out. It never reads `process` and never prints. */
export { importStories, runImport } from "./run-import.ts";
export { openJournal } from "./runs/journal/open-journal.ts";
export type { Journal } from "./runs/journal/journal.ts";
export { parseInputs } from "./parse-inputs.ts";
export { renderReport, textReport } from "./report/render-report.ts";
export { renderNote } from "./report/render-note.ts";
export { jsonReport } from "./report/json-report.ts";
export type { ReportOptions } from "./report/report-options.ts";
export type { ReportRenderer } from "./report/report-renderer.ts";
export { junitCase, junitFoot, junitHead, renderJUnit } from "./report/render-junit.ts";
export { explainInputs, type Explanation } from "./explain-inputs.ts";
export { renderExplanation } from "./report/render-explanation.ts";
export {
  listDeadLetters,
  readDeadLetters,
  removeDeadLetters,
} from "./runs/dead-letters/read-dead-letters.ts";
export type { ReadingOptions } from "./runs/dead-letters/dead-letter.ts";
export { writeDeadLetters } from "./runs/dead-letters/write-dead-letters.ts";
export { listRuns, showRun, type RunDetails, type WrittenByRun } from "./runs/list-runs.ts";
export type { KeptValue } from "./runs/undo/undo-plan.ts";
export { listOutlets, showOutlet } from "./outlets/list-outlets.ts";
export { exportOutlets, importOutlets } from "./outlets/share-outlets.ts";
export { renderOutlet, renderOutlets } from "./outlets/render-outlets.ts";
export { shapeOfLine } from "./outlets/shapes/shape-of-line.ts";
export { labelOfLine, type LabelOfLine } from "./outlets/shapes/label-of-line.ts";
export { dismissRule } from "./teach/dismiss-rule.ts";
export { teachLine, type TaughtLine, type TeachLineOptions } from "./teach/teach-line.ts";
export { teachRule, type TaughtOutlet, type TeachRuleOptions } from "./teach/teach-rule.ts";
export { reviewOutlets, type ReviewedOutlet } from "./teach/review-outlets.ts";
export { renderRunDetails, renderRuns, renderUndo } from "./runs/render-runs.ts";
export { undoRun, type UndoneStory, type UndoOptions, type UndoReport } from "./runs/undo/undo-run.ts";
export {
  applyPlan,
  type AppliedStory,
  type ApplyOptions,
  type ApplyReport,
} from "./runs/plan-file/apply-plan.ts";
export { parsePlan, type PlanFile, type PlanFileStory } from "./runs/plan-file/plan-file.ts";
export { planImport } from "./plan-import.ts";
export { renderApplied, renderPlan } from "./runs/plan-file/render-plan.ts";
export { readMapping } from "./parse/mapping/read-mapping.ts";
export type { Mapping } from "./parse/mapping/mapping.ts";
export { ImportError, type ImportErrorCode } from "./import-error.ts";
export { Interrupted } from "./interrupted.ts";
export type { Crash } from "./crash.ts";
export { shownJson, shownJsonLines, shownText } from "./shown-text.ts";
export { createFolder } from "./create-folder.ts";
export { systemTrouble, type SystemTrouble } from "./system-trouble.ts";
export { encodingOf } from "./encoding-of.ts";
export { outcomeWithout } from "./problems.ts";
export type { DocumentChange, ImportNote, Outcome, StoryResult } from "./stages.ts";
export type { ImportOptions } from "./import-options.ts";
export type { ImportProgress } from "./report/import-progress.ts";
export type { ImportReport } from "./report/import-report.ts";
export type { ImportSummary } from "./report/import-summary.ts";
export type { ParsedInput } from "./parse-inputs.ts";
export type { ParseOptions } from "./parse-options.ts";
export type { StoryFile } from "./read/story-file.ts";
