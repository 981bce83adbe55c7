import { type SanityClient, createClient } from "@sanity/client";
import type { Mutation } from "../dataset/mutation.ts";
import { Interrupted } from "../interrupted.ts";
import type { RunContext } from "../run-context.ts";
import { unlessAborted } from "../unless-aborted.ts";
import { authorHeader, isHostedAt } from "./author-header.ts";
import { reasonOf, toImportError, troubleOf } from "./lake-trouble.ts";
import { pace } from "./pace.ts";

/** What became of one transaction. */
export type CommitResult =
  | {
      readonly kind: "done";
      /** False in a dry run, which sends nothing. */
      readonly isWritten: boolean;
      /** Ids of the documents that were to be created if absent but already existed. */
      readonly alreadyThere: ReadonlySet<string>;
      /** The revision of what was written: the transaction may have been sent as part of another one. */
      readonly transactionId: string;
    }
  | { readonly kind: "conflict"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string };

interface CommitOptions {
  /** Sends it even after the signal is aborted: in its turn, and only once. */
  readonly afterAbort?: boolean;
}

/** A picture to upload. */
interface AssetFile {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  readonly assetId: string;
}

/** Where a picture was fetched from. */
export interface AssetSource {
  readonly url: string;
  /** What the server calls this version of it, if it has a name. */
  readonly validator?: string | undefined;
}

/** The result of an upload: the picture's asset, and whether it was created. */
interface Upload {
  readonly assetId: string;
  /** False in a dry run, which sends nothing. */
  readonly isWritten: boolean;
}

/**
 * The importer's only connection to the Content Lake: everything is written through `commit` and `upload`.
 *
 * Once the run's signal is aborted, nothing more is sent or awaited, except the answer to a transaction under way: all
 * three methods then throw {@link Interrupted}.
 */
export interface LakeConnection {
  /** @throws {ImportError} When the lake cannot be reached, or does not answer the query. */
  read(query: string, params: Readonly<Record<string, unknown>>): Promise<unknown>;
  /**
   * Carries out a transaction once, however often it has to be sent: the lake recognises it by its id.
   *
   * @throws {ImportError} When the lake cannot be reached, or refuses the token.
   */
  commit(
    mutations: readonly Mutation[],
    transactionId: string,
    options?: CommitOptions,
  ): Promise<CommitResult>;
  /** Uploads a picture that the dataset does not have. Rejects with the client's own error. */
  upload(picture: AssetFile, fileName: string | undefined, source?: AssetSource): Promise<Upload>;
}

export interface ConnectionOptions {
  /** The run whose work it is: the embedded lake's history names it beside the importer, who is the author. */
  readonly run?: string | undefined;
  /** Maximum mutation requests per second, including retries (default: what hosted Sanity allows). */
  readonly mutationsPerSecond?: number | undefined;
}

/** Mutation requests per second that hosted Sanity accepts (sanity.io/docs/content-lake/technical-limits). */
const hostedMutationsPerSecond = 25;

/** Pauses between five attempts, three seconds in all: enough for a lake to restart. */
const pausesMs = [200, 400, 800, 1600];

/**
 * Connects to a client's lake for reading and writing. Only for `openConnection`, which knows if writing is allowed.
 */
export function connectLake(
  client: SanityClient,
  { signal, pause }: Pick<RunContext, "signal" | "pause">,
  { run, ...limits }: ConnectionOptions = {},
): LakeConnection {
  const given = client.config();
  const isHosted = isHostedAt(given.apiHost);
  // A client retries reads by itself, but never writes. Here both follow one rule; `maxRetries` takes effect only when a
  // client is created (@sanity/client 7.28 src/defineCreateClient), so `withConfig` is not enough.
  const lake = createClient({
    ...given,
    maxRetries: 0,
    headers: { ...given.headers, ...authorHeader(given.apiHost, run) },
  });
  const address = lake.config().url;
  const mutationsPerSecond = limits.mutationsPerSecond ?? (isHosted ? hostedMutationsPerSecond : Infinity);
  const inTurn = pace(mutationsPerSecond);

  const insist = async <T>(send: (attempt: number) => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send(attempt);
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.kind !== "passing") throw error;
        if (signal.aborted) throw new Interrupted();
        const pauseMs = pausesMs[attempt];
        if (pauseMs === undefined) throw error;
        // Jitter keeps importers that failed together from coming back together.
        await pause(trouble.waitMs ?? pauseMs * (0.5 + Math.random()));
      }
    }
  };

  return {
    async read(query, params) {
      if (signal.aborted) throw new Interrupted();
      try {
        return await insist(() =>
          lake.fetch<unknown>(query, params, { perspective: "raw", tag: "import", signal }),
        );
      } catch (error) {
        throw error instanceof Interrupted ? error : toImportError(error, address);
      }
    },

    async commit(mutations, transactionId, { afterAbort = false } = {}) {
      if (signal.aborted && !afterAbort) throw new Interrupted();
      let wasSent = false;
      try {
        return await insist((attempt) =>
          inTurn(
            () => {
              wasSent = true;
              return send(lake, mutations, transactionId, attempt > 0);
            },
            afterAbort ? undefined : signal,
          ),
        );
      } catch (error) {
        if (error instanceof Interrupted) throw new Interrupted({ isInDoubt: wasSent });
        const trouble = troubleOf(error);
        if (trouble.kind === "refused" || trouble.kind === "conflict") {
          return { kind: trouble.kind, message: reasonOf(error) };
        }
        throw toImportError(error, address);
      }
    },

    async upload({ bytes, mimeType }, fileName, source) {
      // The client's promise cannot be cancelled; its observable can.
      const answer = Promise.withResolvers<Upload>();
      const uploading = lake.observable.assets
        .upload("image", Buffer.from(bytes), {
          contentType: mimeType,
          ...(fileName === undefined ? {} : { filename: fileName }),
          ...(source === undefined
            ? {}
            : { source: { name: sourceName, url: source.url, id: source.validator ?? source.url } }),
          tag: "import",
        })
        .subscribe({
          next(event) {
            if (event.type === "response")
              answer.resolve({ assetId: event.body.document._id, isWritten: true });
          },
          error: answer.reject,
        });
      try {
        return await unlessAborted(signal, () => answer.promise);
      } finally {
        uploading.unsubscribe();
      }
    },
  };
}

/** Studio shows assets of its asset sources by such a name, so it is none of theirs. */
const sourceName = "copydesk";

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
    return { kind: "done", isWritten: true, alreadyThere: new Set(alreadyThere), transactionId };
  } catch (error) {
    if (troubleOf(error).kind !== "already-done") throw error;
    return isRepeated
      ? { kind: "done", isWritten: true, alreadyThere: new Set(), transactionId }
      : { kind: "conflict", message: "a transaction with the same id already exists" };
  }
}
