/** One Ctrl-C can arrive several times: from the terminal, and again from npm or npx, which pass it on. */
const sameKeystrokeMs = 500;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * A signal that aborts on Ctrl-C or SIGTERM, so that a command can end cleanly. A second Ctrl-C ends the process at
 * once, whatever it is doing: committed data is safe by then, because the lake writes before it answers.
 */
export function listenForInterrupt(): AbortSignal {
  const interrupt = new AbortController();
  let firstAt = 0;
  const onSignal = (): void => {
    if (!interrupt.signal.aborted) {
      firstAt = performance.now();
      interrupt.abort();
    } else if (performance.now() - firstAt > sameKeystrokeMs) {
      // Not `process.exit`, which waits for threads that look up a host or read a device. Shells report it as 130.
      ignore();
      process.kill(process.pid, "SIGINT");
    }
  };
  const ignore = (): void => {
    for (const signal of signals) process.off(signal, onSignal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  // While the process ends, the system's own handling of the signals applies.
  process.once("exit", ignore);
  return interrupt.signal;
}
