import { mutationsPerSecond, type LimitResult } from "./measure-limit.ts";
import type { TaskResult } from "./run-task.ts";

/** One import, measured. */
export interface Measurement extends TaskResult {
  readonly name: string;
  readonly run: "first" | "second";
  /** The peak memory of the lake's process until then; a loop over SQLite has no lake. */
  readonly lakeMb?: number;
  /** The CPU time of the lake's process for this run. */
  readonly lakeSeconds?: number;
  /** How many it wrote, if not all that Copydesk did. */
  readonly documents?: number;
}

export interface Measurements {
  readonly stories: number;
  readonly documents: number;
  readonly documentsPerRequest: number;
  /** Copydesk's first two, then the others: `a` of the ratios is the first one. */
  readonly measurements: readonly Measurement[];
  readonly limit: LimitResult;
}

/** Renders a table of all imports, each with its speed as a multiple of Copydesk's in the same run. Pure. */
export function renderMeasurements(all: Measurements): string {
  const { stories, documents, documentsPerRequest, measurements, limit } = all;
  const columns = ["", "run", "documents/s", "stories/s", "peak", "peak of the lake", "CPU of the lake"];
  const rows = measurements.map((measurement) => rowOf(measurement, all));
  return [
    `${stories} stories, ${documents} documents, ${documentsPerRequest} documents a request of the importer`,
    "",
    ...tableOf([columns, ...rows]),
    "",
    ...tableOf(ratiosOf(measurements)),
    "",
    `limit of ${mutationsPerSecond} requests/s: ${percent(limit.share)} used over ${limit.seconds.toFixed(1)} s, ` +
      `${limit.refused} refused, ${limit.failed} failed (${limit.stories} stories, ${limit.requests} requests)`,
  ].join("\n");
}

function rowOf(measurement: Measurement, { stories, documents }: Measurements): string[] {
  const { name, run, seconds, peakMb, lakeMb, lakeSeconds } = measurement;
  const rates = [measurement.documents ?? documents, stories].map((count) =>
    String(Math.round(count / seconds)),
  );
  const memory = [peakMb, lakeMb].map((mb) => (mb === undefined ? "" : `${Math.round(mb)} MB`));
  const cpu = lakeSeconds === undefined ? "" : `${((1000 * lakeSeconds) / stories).toFixed(2)} ms a story`;
  return [name, run, ...rates, ...memory, cpu];
}

/** How many times as fast Copydesk is as each of the others, and its second import as its first. */
function ratiosOf(measurements: readonly Measurement[]): string[][] {
  const [first, second, ...others] = measurements;
  if (first === undefined || second === undefined) return [];
  const ratio = (of: Measurement, to: Measurement): string => `${(to.seconds / of.seconds).toFixed(2)} x`;
  return [
    ...others.map((other) => {
      const own = other.run === "first" ? first : second;
      return [`${own.name} : ${other.name}`, other.run, ratio(own, other)];
    }),
    [`${second.name}, second : first`, "", ratio(second, first)],
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Lines of columns: the first two from the left, numbers from the right. */
function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}
