/** The milliseconds that synchronous work keeps this thread busy: more of them on a slow machine, but no more on a busy one. */
export function cpuMsOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
