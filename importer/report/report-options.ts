/** What a report is told of where its stories went. */
export interface ReportOptions {
  /** Address of the Studio in which the documents can be opened, without a slash at its end; absent where nobody knows one. */
  readonly studioUrl?: string | undefined;
  /** Whether nothing was written, so that what would have been made is nowhere. */
  readonly dryRun?: boolean | undefined;
}
