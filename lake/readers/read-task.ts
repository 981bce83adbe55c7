import type { AskedKey } from "../core/dataset.ts";
import type { QueryContext, QueryRequest } from "../query/run-query.ts";

/** A query, and all that a thread has to know to answer it. Goes from thread to thread. */
export interface ReadTask {
  /** The database. */
  readonly file: string;
  readonly request: QueryRequest;
  readonly context: QueryContext;
  /** The address at which whoever asks reaches the lake. */
  readonly origin: string;
}

/** The answer to a query. */
export interface ReadResult {
  /** JSON text in UTF-8. */
  readonly json: Uint8Array<ArrayBuffer>;
  /** The tags of the changes after which the answer may be another one. */
  readonly syncTags: readonly string[];
  /** What it took of a processor, however busy the machine was. */
  readonly cpuMs: number;
}

/** What a thread is told. It is asked the next thing when it has answered the last. */
export type ToReader =
  | {
      readonly kind: "read";
      readonly task: ReadTask;
      /** The time on a processor after which to give up a task for which others have to wait; absent: never. */
      readonly trialMs?: number;
    }
  /** Close the database. */
  | { readonly kind: "forget"; readonly file: string };

/** What a thread answers. */
export type FromReader =
  /** It can be asked now. */
  | { readonly kind: "ready" }
  /** What it is working on could use an index for this, whether there is one or not. Comes before its answer. */
  | { readonly kind: "asked"; readonly key: AskedKey }
  | ({ readonly kind: "result" } & ReadResult)
  /** The task was given up. */
  | { readonly kind: "took-too-long" }
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly message: string;
      readonly body: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "failed"; readonly stack: string }
  | { readonly kind: "forgotten" };
