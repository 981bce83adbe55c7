import type { ExitCode } from "./exit-codes.ts";

/** A command cannot continue until its caller changes something. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: ExitCode;
  /** One sentence that says what to do. */
  readonly hint: string;

  constructor(
    message: string,
    more: { readonly exitCode: ExitCode; readonly hint: string; readonly cause?: unknown },
  ) {
    super(message, { cause: more.cause });
    this.exitCode = more.exitCode;
    this.hint = more.hint;
  }
}
