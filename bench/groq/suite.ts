import { z } from "zod";

/** A line of a compiled GROQ test suite: documents to ask, or a question with its answer (github.com/sanity-io/groq-test-suite). */
const entry = z.discriminatedUnion("_type", [
  z.object({
    _type: z.literal("dataset"),
    _id: z.string(),
    url: z.string(),
    /** Absent where they would have to be fetched from the address. */
    documents: z.array(z.record(z.string(), z.unknown())).optional(),
  }),
  z.object({
    _type: z.literal("test"),
    _id: z.string(),
    query: z.string(),
    params: z.record(z.string(), z.unknown()).nullish(),
    result: z.unknown(),
    /** Whether the query may be asked at all. */
    valid: z.boolean(),
    /** Of the language, as `>= 1.0`. */
    version: z.string().nullish(),
    dataset: z.object({ _ref: z.string() }),
  }),
]);

type Entry = z.infer<typeof entry>;
type SuiteDataset = Extract<Entry, { _type: "dataset" }>;
export type SuiteTest = Extract<Entry, { _type: "test" }>;

export interface Suite {
  readonly datasets: readonly SuiteDataset[];
  readonly tests: readonly SuiteTest[];
}

/**
 * Reads a compiled suite, one JSON text a line.
 *
 * @throws {Error} When a line is something else.
 */
export function readSuite(lines: string): Suite {
  const entries = lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => entry.parse(JSON.parse(line)));
  return {
    datasets: entries.filter((each) => each._type === "dataset"),
    tests: entries.filter((each) => each._type === "test"),
  };
}
