import { ClientError, ServerError } from "@sanity/client";
import { z } from "zod";
import { ImportError } from "../import-error.ts";

/** What a failed request to the Content Lake means for the run. */
export type LakeTrouble =
  /** The outside world: the request may be sent again as it is. */
  | { readonly kind: "passing"; readonly waitMs?: number }
  /** Somebody else wrote in between: read and plan again. */
  | { readonly kind: "conflict" }
  /** An earlier attempt with this transaction id was carried out. */
  | { readonly kind: "already-done" }
  /** The lake does not take it, however often it is sent. */
  | { readonly kind: "refused" }
  | { readonly kind: "token-refused" };

const mutationError = z.object({
  items: z.array(z.object({ error: z.object({ type: z.string() }) })),
});

/** Tells what an error of @sanity/client means; whatever is no answer of the lake is trouble on the way to it. */
export function troubleOf(error: unknown): LakeTrouble {
  if (error instanceof ServerError) return passing(error);
  if (!(error instanceof ClientError)) return { kind: "passing" };
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

/** As long as the lake says, but no longer than a minute. */
function passing({ response }: ClientError | ServerError): LakeTrouble {
  // wire: `retry-after` is in seconds (sanity.io/docs/content-lake/technical-limits)
  const seconds = Number(response.headers["retry-after"]);
  return seconds > 0 ? { kind: "passing", waitMs: Math.min(seconds, 60) * 1000 } : { kind: "passing" };
}

/** The error of a run that the trouble ends. */
export function toImportError(cause: unknown, address: string): ImportError {
  const why = reasonOf(cause);
  switch (troubleOf(cause).kind) {
    case "token-refused":
      return new ImportError("token-refused", `Cannot use the Content Lake at "${address}": ${why}`, {
        hint: "Check SANITY_TOKEN: it must belong to the project and be allowed to write.",
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
        hint: "Check that it runs and that the address is right, then import again: what is done stays done.",
        cause,
      });
    default:
      return new ImportError("lake-refused", `Cannot read from the Content Lake at "${address}": ${why}`, {
        hint: "Check the project and the dataset.",
        cause,
      });
  }
}

/** What an error says, down to the cause that names the network's trouble. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message !== "" ? error.message : "code" in error ? String(error.code) : error.name;
}
