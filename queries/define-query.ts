import type { SanityClient } from "@sanity/client";
import type { z } from "zod";
import { formatPath } from "../schemas/index.ts";

/** All that a query needs from a client: any `@sanity/client` will do, whatever its dataset, token or host. */
export type QueryClient = Pick<SanityClient, "fetch">;

/** A named GROQ query: call it with a client, or take `groq` to run it elsewhere (Vision, curl, another SDK). */
export interface Query<Params extends z.ZodObject, Result extends z.ZodType> {
  /**
   * Runs the query over published documents.
   *
   * @throws {TypeError} When the params are invalid: a mistake of the caller.
   * @throws {QueryResultError} When the dataset holds something that the result type does not allow.
   */
  (client: QueryClient, params: z.input<Params>): Promise<z.output<Result>>;
  readonly name: string;
  readonly groq: string;
  readonly params: Params;
  readonly result: Result;
}

/** What a {@link Query} resolves to. */
export type ResultOf<Q> = Q extends Query<z.ZodObject, infer Result> ? z.output<Result> : never;

/** The dataset holds a document that does not fit a query's result type. */
export class QueryResultError extends Error {
  override readonly name = "QueryResultError";
  readonly query: string;
  /** Where in the result, for example `body[3].style`. */
  readonly at: string;

  constructor(query: string, error: z.ZodError) {
    const [issue] = error.issues;
    const path = issue?.path.filter((step) => typeof step !== "symbol") ?? [];
    const at = formatPath(path) || "the result";
    super(`Cannot read the result of query "${query}": ${at}: ${issue?.message ?? "invalid"}`, {
      cause: error,
    });
    this.query = query;
    this.at = at;
  }
}

/** Ties a GROQ string to the shapes of its params and its result. */
export function defineQuery<Params extends z.ZodObject, Result extends z.ZodType>(definition: {
  readonly name: string;
  readonly groq: string;
  readonly params: Params;
  readonly result: Result;
}): Query<Params, Result> {
  const { name, groq, params, result } = definition;

  async function run(client: QueryClient, input: z.input<Params>): Promise<z.output<Result>> {
    const checked = params.safeParse(input);
    if (!checked.success) {
      throw new TypeError(
        `Cannot run query "${name}": ${checked.error.issues[0]?.message ?? "invalid params"}`,
      );
    }
    const answer = await client.fetch<unknown>(groq, checked.data, { perspective: "published" });
    const parsed = result.safeParse(answer);
    if (!parsed.success) throw new QueryResultError(name, parsed.error);
    return parsed.data;
  }

  // A function's own `name` is read-only, so it is defined rather than assigned.
  Object.defineProperty(run, "name", { value: name });
  return Object.assign(run, { groq, params, result });
}
