/** The costs of one way to patch. */
export interface Costs {
  readonly name: string;
  /** The name of what it is compared with. */
  readonly against: string;
  /** Of a patch, a number for each row of patches. */
  readonly cpuMicros: readonly number[];
  /** A number for each patch. */
  readonly wallMicros: readonly number[];
}

/**
 * Renders a table: mean, median and 95th percentile of the CPU time, those of the wall time, and each mean as a multiple
 * of another row's: whether a wait for the disk is short or long makes two costs of one patch, and the median jumps
 * between them. Pure.
 */
export function renderCosts(title: string, costs: readonly Costs[]): string {
  const means = new Map(costs.map(({ name, cpuMicros }) => [name, mean(cpuMicros)]));
  return [
    title.padEnd(40) + "CPU µs   median      p95  wall µs   median      p95   x bare",
    ...costs.map(
      ({ name, against, cpuMicros, wallMicros }) =>
        name.padEnd(38) +
        [cpuMicros, wallMicros]
          .flatMap((values) => [mean(values), percentile(values, 0.5), percentile(values, 0.95)])
          .map((micros) => String(Math.round(micros)).padStart(8))
          .join(" ") +
        (mean(cpuMicros) / (means.get(against) ?? Number.NaN)).toFixed(1).padStart(9),
    ),
  ].join("\n");
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** The value below which a share of the values lies, from 0 to 1. Pure. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
