/** How long something takes, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Runs something a few times before it counts, then `rounds` times, one after the other. */
export async function measureTimes(work: () => unknown, rounds = 20, warmUps = 3): Promise<Times> {
  for (let round = 0; round < warmUps; round += 1) await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}
