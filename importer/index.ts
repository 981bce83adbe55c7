/** The importer: raw news copy in, curated-to-be content out. It never reads `process`, and never prints. */
export { runImport } from "./run-import.ts";
export { parseInputs } from "./parse-inputs.ts";
export { renderReport } from "./report/render-report.ts";
export { renderJUnit } from "./report/render-junit.ts";
export { readDeadLetters, removeDeadLetters } from "./dead-letters/read-dead-letters.ts";
export { writeDeadLetters } from "./dead-letters/write-dead-letters.ts";
export { ImportError, type ImportErrorCode } from "./import-error.ts";
export { problemHints, type ProblemCode } from "./problems.ts";
export type {
  DocumentChange,
  ImportNote,
  ImportOptions,
  ImportProgress,
  ImportReport,
  Outcome,
  ParsedStory,
  ParseOptions,
  StoryFile,
  StoryResult,
} from "./stages.ts";
