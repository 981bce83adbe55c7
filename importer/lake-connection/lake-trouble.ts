import { ClientError, ServerError } from "@sanity/client";
import { z } from "zod";
import { isNetworkFailure } from "./is-network-failure.ts";
import { ImportError } from "../import-error.ts";

/** What a failed request to the Content Lake means for the run. */
export type LakeTrouble =
  /** A failure outside the request itself: it may be sent again as it is. */
  | { readonly kind: "passing"; readonly waitMs?: number }
  /** Someone else changed the data in between: read and plan again. */
  | { readonly kind: "conflict" }
  /** An earlier attempt with this transaction id was carried out. */
  | { readonly kind: "already-done" }
  /** The lake will not accept it, however often it is sent. */
  | { readonly kind: "refused" }
  | { readonly kind: "token-refused" }
  /** No trouble of the lake's: the program itself has failed. */
  | { readonly kind: "bug" };

const mutationError = z.object({
  items: z.array(z.object({ error: z.object({ type: z.string() }) })),
});

const retryAfter = z.object({ headers: z.object({ "retry-after": z.coerce.number() }) });

/** Classifies an error of @sanity/client. An error that is neither an answer from the lake nor a network failure is a bug. */
export function troubleOf(error: unknown): LakeTrouble {
  if (error instanceof ServerError) return passing(error);
  if (!(error instanceof ClientError)) return { kind: isNetworkFailure(error) ? "passing" : "bug" };
  switch (error.statusCode) {
    case 401:
    case 403:
      return { kind: "token-refused" };
    case 429:
      return passing(error);
    case 409: {
      const items = mutationError.safeParse(error.details).data?.items ?? [];
      const isDone = items.some((item) => item.error.type === "transactionAlreadyExistsError");
      return { kind: isDone ? "already-done" : "conflict" };
    }
    default:
      return { kind: "refused" };
  }
}

/** A passing failure, with the wait that the lake asks for, at most a minute. */
function passing({ response }: ClientError | ServerError): LakeTrouble {
  // wire: `retry-after` is in seconds (sanity.io/docs/content-lake/technical-limits)
  const seconds = retryAfter.safeParse(response).data?.headers["retry-after"] ?? 0;
  return seconds > 0 ? { kind: "passing", waitMs: Math.min(seconds, 60) * 1000 } : { kind: "passing" };
}

/** The error with which the failure ends the run; a bug is passed on as it is. */
export function toImportError(cause: unknown, address: string): unknown {
  const why = reasonOf(cause);
  switch (troubleOf(cause).kind) {
    case "token-refused":
      return new ImportError("token-refused", `Cannot use the Content Lake at "${address}": ${why}`, {
        hint: "Check SANITY_TOKEN: it must belong to the project and have write access.",
        cause,
      });
    case "passing":
      // It answered, and says itself what is the matter: its disk is full, for one.
      if (cause instanceof ServerError) {
        return new ImportError("lake-unreachable", `Cannot use the Content Lake at "${address}": ${why}`, {
          hint: "Put that right where the lake runs, then import again: what is done stays done.",
          cause,
        });
      }
      return new ImportError("lake-unreachable", `Cannot reach the Content Lake at "${address}": ${why}`, {
        hint: "Check that it is running and that the address is correct, then import again: stories that were already imported are kept.",
        cause,
      });
    case "bug":
      return cause;
    default:
      return new ImportError("lake-refused", `Cannot read from the Content Lake at "${address}": ${why}`, {
        hint: "Check the project and the dataset.",
        cause,
      });
  }
}

/** The message of an error, or its code or name if it has none. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message !== "" ? error.message : "code" in error ? String(error.code) : error.name;
}
