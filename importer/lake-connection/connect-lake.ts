import { createClient, type SanityClient } from "@sanity/client";
import { setTimeout as wait } from "node:timers/promises";
import { pace } from "./pace.ts";
import { reasonOf, toImportError, troubleOf } from "./lake-trouble.ts";
import type { Mutation } from "../dataset/mutation.ts";

/** What became of one transaction. */
export type CommitResult =
  | {
      readonly kind: "done";
      /** Ids of the documents that were to be created if absent, and were there already. */
      readonly alreadyThere: ReadonlySet<string>;
      /** The revision of what was written: the transaction may have been sent as a part of another. */
      readonly transactionId: string;
    }
  | { readonly kind: "conflict"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string };

/** The importer's one way to the Content Lake. */
export interface LakeConnection {
  /** @throws {ImportError} When the lake cannot be reached, or does not answer the query. */
  read(query: string, params: Readonly<Record<string, unknown>>): Promise<unknown>;
  /**
   * Carries out a transaction once, however often it has to be sent: the id tells the lake that it is the same.
   *
   * @throws {ImportError} When the lake cannot be reached, or refuses the token.
   */
  commit(mutations: readonly Mutation[], transactionId: string): Promise<CommitResult>;
}

export interface LakeConnectionOptions {
  readonly dryRun: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Waits between two attempts. */
  readonly pause?: ((milliseconds: number) => Promise<unknown>) | undefined;
  /** Most mutation requests in a second, retries among them; what hosted Sanity allows unless told. */
  readonly mutationsPerSecond?: number | undefined;
}

/** Mutation requests a second that hosted Sanity takes (sanity.io/docs/content-lake/technical-limits). */
const hostedMutationsPerSecond = 25;

/** Five attempts, which is three seconds in all: enough for a lake that restarts. */
const pausesMs = [200, 400, 800, 1600];

/**
 * Connects to the lake of a client. A dry run is one here and nowhere else: nothing reaches the client that
 * could change a document, so no caller can forget to look.
 */
export function connectLake(client: SanityClient, options: LakeConnectionOptions): LakeConnection {
  const { dryRun, signal, pause = wait } = options;
  // A client sends reads again by itself, and never writes. Here both follow one rule; and `maxRetries` counts only
  // when a client is made (@sanity/client 7.28 src/defineCreateClient), so `withConfig` would not do.
  const lake = createClient({ ...client.config(), maxRetries: 0 });
  const address = lake.config().url;
  const isHosted = /\.sanity\.io$/.test(new URL(lake.config().apiHost).hostname);
  const mutationsPerSecond = options.mutationsPerSecond ?? (isHosted ? hostedMutationsPerSecond : Infinity);
  const inTurn = mutationsPerSecond === Infinity ? undefined : pace(mutationsPerSecond);

  const insist = async <T>(send: (attempt: number) => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send(attempt);
      } catch (error) {
        const trouble = troubleOf(error);
        const pauseMs = pausesMs[attempt];
        if (trouble.kind !== "passing" || pauseMs === undefined || signal?.aborted) throw error;
        // Jitter keeps importers that failed together from coming back together.
        await pause(trouble.waitMs ?? pauseMs * (0.5 + Math.random()));
      }
    }
  };

  return {
    async read(query, params) {
      try {
        return await insist(() => lake.fetch<unknown>(query, params, { perspective: "raw", tag: "import" }));
      } catch (error) {
        throw toImportError(error, address);
      }
    },

    async commit(mutations, transactionId) {
      if (dryRun) return { kind: "done", alreadyThere: new Set(), transactionId };
      try {
        return await insist((attempt) => {
          const sendOnce = () => send(lake, mutations, transactionId, attempt > 0);
          return inTurn === undefined ? sendOnce() : inTurn(sendOnce);
        });
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.kind === "refused" || trouble.kind === "conflict") {
          return { kind: trouble.kind, message: reasonOf(error) };
        }
        throw toImportError(error, address);
      }
    },
  };
}

async function send(
  lake: SanityClient,
  mutations: readonly Mutation[],
  transactionId: string,
  isRepeated: boolean,
): Promise<CommitResult> {
  try {
    const { results } = await lake.mutate([...mutations], {
      transactionId,
      returnFirst: false,
      returnDocuments: false,
      visibility: "sync",
      tag: "import",
    });
    const created = new Set(results.filter(({ operation }) => operation === "create").map(({ id }) => id));
    const alreadyThere = mutations
      .flatMap((mutation) => ("createIfNotExists" in mutation ? mutation.createIfNotExists._id : []))
      .filter((id) => !created.has(id));
    return { kind: "done", alreadyThere: new Set(alreadyThere), transactionId };
  } catch (error) {
    if (troubleOf(error).kind !== "already-done") throw error;
    return isRepeated
      ? { kind: "done", alreadyThere: new Set(), transactionId }
      : { kind: "conflict", message: "a transaction with the same id exists" };
  }
}
