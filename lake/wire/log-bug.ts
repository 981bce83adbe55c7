/** Notes something that was thrown and is no refusal: a bug of the lake, of which callers learn no more than that. */
export function logBug(error: unknown, log: (line: string) => void): void {
  log(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
