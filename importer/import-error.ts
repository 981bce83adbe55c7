import type { ImportSummary } from "./report/import-summary.ts";

/** Permanent names of errors that only the operator can fix. */
export type ImportErrorCode =
  | "input-not-found"
  | "no-stories"
  | "run-not-found"
  | "outlet-not-found"
  | "outlets-unreadable"
  | "line-not-taught"
  | "plan-unreadable"
  | "mapping-invalid"
  | "token-refused"
  | "lake-unreachable"
  | "lake-refused"
  | "temporary-disk"
  | "crashed";

/** A run that cannot start, or cannot go on, until the operator changes something. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  readonly code: ImportErrorCode;
  /** One sentence: what to do. */
  readonly hint: string;
  /** What was done before the run stopped; absent if it stopped before the first story. */
  readonly report: ImportSummary | undefined;

  constructor(
    code: ImportErrorCode,
    message: string,
    more: { hint: string; cause?: unknown; report?: ImportSummary },
  ) {
    super(message, { cause: more.cause });
    this.code = code;
    this.hint = more.hint;
    this.report = more.report;
  }

  /** The same error, with a summary of what was done before it. */
  withReport(report: ImportSummary): ImportError {
    return new ImportError(this.code, this.message, { hint: this.hint, cause: this.cause, report });
  }
}
