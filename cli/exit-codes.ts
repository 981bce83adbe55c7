/** The program's exit codes: each says who has to act. */
export const exitCodes = {
  /** Finished, also when there was nothing to do. */
  done: 0,
  /** Something outside Copydesk failed: the lake is not running, a token is refused, a port is taken. */
  outsideFailed: 1,
  /** The command line or the configuration is wrong. */
  wrongUsage: 2,
  /** Finished, but at least one story could not be imported. */
  someFailed: 4,
  /** Stopped by Ctrl-C before it was finished. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
