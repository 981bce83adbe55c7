import { exitCodes } from "./exit-codes.ts";

/** One Ctrl-C can arrive several times: from the terminal, and again from npm or npx, which pass it on. */
const sameKeystrokeMs = 500;

/**
 * A signal that aborts on Ctrl-C or SIGTERM, so that a command can end cleanly. Pressed again, it ends the process at
 * once: committed data is safe by then, because the lake writes before it answers.
 */
export function listenForInterrupt(): AbortSignal {
  const interrupt = new AbortController();
  let firstAt = 0;
  const onSignal = (): void => {
    if (!interrupt.signal.aborted) {
      firstAt = performance.now();
      interrupt.abort();
    } else if (performance.now() - firstAt > sameKeystrokeMs) {
      process.exit(exitCodes.interrupted);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  return interrupt.signal;
}
