import type { AskedKey } from "./core/dataset.ts";
import { LakeError } from "./core/lake-error.ts";
import { viewOf } from "./core/perspective.ts";
import { runQueryNow } from "./query/run-query.ts";
import { listeningSource } from "./sqlite/asked-keys.ts";

/** A query that will be asked, so that there are indexes of what it looks at before anybody has asked it. */
export interface ExpectedQuery {
  readonly query: string;
  /** Values like those that it will be asked with. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** The default of the newest API version unless told. */
  readonly perspective?: string;
}

/**
 * The keys by which queries will ask for documents: they are planned, as they will be when they are asked.
 *
 * @param log Gets a line about each query that is wrong or lacks a parameter.
 */
export function expectedKeys(
  dataset: string,
  queries: readonly ExpectedQuery[],
  log: (line: string) => void,
): readonly AskedKey[] {
  const keys = new Map<string, AskedKey>();
  const source = listeningSource(dataset, (asked) => keys.set(JSON.stringify(asked), asked));
  const context = { identity: "", now: new Date(), projectId: "", dataset };
  for (const { query, params = {}, perspective } of queries) {
    try {
      runQueryNow(source, { query, params, view: viewOf(perspective, "X") }, context);
    } catch (error) {
      if (!(error instanceof LakeError)) throw error;
      log(`Cannot expect the query "${query}": ${error.message}`);
    }
  }
  return [...keys.values()];
}
