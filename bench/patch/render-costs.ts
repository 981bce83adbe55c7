/** The costs of one way to patch, a number for each patch. */
export interface Costs {
  readonly name: string;
  /** The name of what it is compared with. */
  readonly against: string;
  readonly cpuMicros: readonly number[];
  readonly wallMicros: readonly number[];
}

/** Renders a table: medians and 95th percentiles, and each median of CPU time as a multiple of another row's. Pure. */
export function renderCosts(title: string, costs: readonly Costs[]): string {
  const medians = new Map(costs.map(({ name, cpuMicros }) => [name, percentile(cpuMicros, 0.5)]));
  return [
    title.padEnd(40) + "CPU µs      p95  wall µs      p95   x bare",
    ...costs.map(
      ({ name, against, cpuMicros, wallMicros }) =>
        name.padEnd(38) +
        [cpuMicros, wallMicros]
          .flatMap((values) => [percentile(values, 0.5), percentile(values, 0.95)])
          .map((micros) => String(Math.round(micros)).padStart(8))
          .join(" ") +
        (percentile(cpuMicros, 0.5) / (medians.get(against) ?? Number.NaN)).toFixed(1).padStart(9),
    ),
  ].join("\n");
}

/** The value below which a share of the values lies, from 0 to 1. Pure. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
