import type { Kill, KillResult } from "./kill-once.ts";

const counted: readonly {
  readonly name: string;
  /** Only of kills of the lake; an importer that was killed has ended. */
  readonly ofLake?: true;
  count(result: KillResult): number;
}[] = [
  { name: "in the midst of writing", count: ({ isMidst }) => Number(isMidst) },
  { name: "import went on by itself", ofLake: true, count: ({ wentOn }) => Number(wentOn) },
  { name: "documents lost", count: ({ lost }) => lost.length },
  { name: "documents doubled", count: ({ doubled }) => doubled.length },
  { name: "mutations of the third import", count: ({ mutationsOfThird }) => mutationsOfThird },
];

/** Renders the results of all kills of one victim, one number per line. Pure. */
export function renderSummary(victim: Kill["victim"], results: readonly KillResult[]): string {
  const lines = counted
    .filter(({ ofLake }) => !ofLake || victim === "lake")
    .map(({ name, count }) =>
      line(
        `  ${name}`,
        results.map(count).reduce((sum, one) => sum + one, 0),
      ),
    );
  return [line(`kills of the ${victim}`, results.length), ...lines].join("\n");
}

const line = (name: string, number: number): string => `${name.padEnd(32)} ${number}`;
