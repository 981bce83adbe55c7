import { toProblem, type ProblemCode } from "../../problems.ts";
import type { Problem } from "../../../schemas/index.ts";
import { TemporaryDiskError } from "./temporary-disk-error.ts";

/** Why an archive, or one file in it, cannot be read any further. The content is bad, so it becomes a problem. */
export class UnpackError extends Error {
  override readonly name = "UnpackError";
  readonly code: ProblemCode;
  readonly problem: Problem;

  constructor(code: ProblemCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.problem = toProblem(code, message);
  }

  /**
   * The same error, or one that wraps what a library or the operating system threw.
   *
   * @throws An error that no archive can cause: a bug, or a temporary folder that takes no files.
   */
  static from(error: unknown, what = "The archive is damaged"): UnpackError {
    if (error instanceof UnpackError) return error;
    if (error instanceof TemporaryDiskError) throw error;
    if (error instanceof ReferenceError || (error instanceof TypeError && !("code" in error))) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const isSystemError = error instanceof Error && "syscall" in error;
    return isSystemError
      ? new UnpackError("unreadable", `Cannot read the input: ${why}`, error)
      : new UnpackError("damaged-archive", `${what}: ${why}`, error);
  }
}
