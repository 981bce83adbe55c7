import { isRecord, type Mutation } from "../core/dataset.ts";
import { documentEvents } from "../core/document-events.ts";
import { documentsAsOf, type Moment } from "../core/document-history.ts";
import { plainError } from "../core/lake-error.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { ndjson } from "../wire/ndjson.ts";
import { askedAgain, sizedAnswer } from "../wire/sized-answer.ts";
import { isOn, readCount } from "../wire/query-string.ts";
import { servedDataset } from "./served-dataset.ts";

/** `GET /data/history/{dataset}/documents/{ids}` (sanity.io/docs/history-api): documents as they were. */
export function revisionsRoute(services: LakeServices): LakeHandler<"dataset" | "ids"> {
  return (context) => {
    const dataset = servedDataset(services, context);
    const search = new URL(context.req.url).searchParams;
    const documents = documentsAsOf(dataset, context.req.param("ids").split(","), momentOf(search));
    return sizedAnswer("application/json", JSON.stringify({ documents }), askedAgain);
  };
}

function momentOf(search: URLSearchParams): Moment {
  const revision = search.get("revision");
  if (revision !== null) return { revision };
  const time = search.get("time");
  if (time !== null && !Number.isNaN(Date.parse(time))) return { time: new Date(time).toISOString() };
  if (isOn(search, "lastRevision")) return "last";
  throw plainError(400, "Cannot read history: expected one of revision, time, lastRevision=true");
}

/** `GET /data/history/{dataset}/transactions/{ids}`: the transaction log, one line each. */
export function transactionsRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    const dataset = services.dataset(context.req.param("dataset"));
    const search = new URL(context.req.url).searchParams;
    const ids = context.req.param("ids")?.split(",");
    const authors = search.get("authors")?.split(",");
    const sequenceOf = (option: string, unknown: number): number | undefined => {
      const id = search.get(option);
      // wire: Studio sends an empty `fromTransaction` for "from the beginning".
      return id ? (dataset.sequenceOf(id) ?? unknown) : undefined;
    };
    const from = sequenceOf("fromTransaction", Number.MAX_SAFE_INTEGER);
    const to = sequenceOf("toTransaction", 0);
    const fromTime = timeOf(search, "fromTime");
    const toTime = timeOf(search, "toTime");
    const limit = readCount(search, "limit", 50);
    const isSettled = settledBefore(search, services.clock.now());
    const told = isOn(search, "excludeContent") ? withoutContent : (mutation: Mutation) => mutation;

    const lines: unknown[] = [];
    const range = {
      ...(from === undefined ? {} : { fromSequence: from }),
      ...(to === undefined ? {} : { toSequence: to }),
    };
    for (const transaction of dataset.history({
      ...(ids ? { ids } : {}),
      ...range,
      whole: !isOn(search, "includeIdentifiedDocumentsOnly"),
      reverse: isOn(search, "reverse"),
    })) {
      const { transactionId, timestamp, author, changes } = transaction;
      if (lines.length >= limit) break;
      if ((fromTime && timestamp < fromTime) || (toTime && timestamp > toTime)) continue;
      if ((authors && !authors.includes(author)) || !isSettled(timestamp)) continue;
      lines.push({
        id: transactionId,
        timestamp,
        author,
        documentIDs: changes.map(({ id }) => id),
        ...(isOn(search, "excludeMutations")
          ? {}
          : { mutations: changes.flatMap(({ mutations }) => mutations.map(told)) }),
        ...(search.get("effectFormat") === "mendoza"
          ? { effects: Object.fromEntries(changes.map(({ id, effects }) => [id, effects])) }
          : {}),
      });
    }
    return ndjson(lines);
  };
}

/**
 * A mutation of which a whole document is left with its system fields alone.
 *
 * wire: Studio asks for it, and looks at the kinds of mutations alone (sanity 6.9 core/store/events): the content is in the
 * effects, too.
 */
function withoutContent(mutation: Mutation): Mutation {
  const told = Object.entries(mutation).map(([kind, value]): [string, unknown] => [
    kind,
    kind.startsWith("create") && isRecord(value)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => systemFields.has(name)))
      : value,
  ]);
  return Object.fromEntries(told);
}

const systemFields: ReadonlySet<string> = new Set(["_id", "_type", "_createdAt", "_updatedAt"]);

/** How far behind an open-ended transaction log is. */
const logLagMs = 1_500;

/**
 * Which transactions an open-ended log shows: those that are older than a moment.
 *
 * wire: a log from a transaction on, without an end, answers a moment behind, as the hosted one does. Studio 6.9 asks
 * for it as soon as it hears of a change, and hears of the same transactions from its listener too. An edit that it got
 * from both, and that was published next, has the id of the publication: its `removeDupes` (core/store/events/utils.ts)
 * then keeps the publication twice, so "Published" stands twice in History and the wrong revision is restored. What is
 * left out here reaches Studio through its listener.
 */
function settledBefore(search: URLSearchParams, now: Date): (timestamp: string) => boolean {
  const isOpenEnded = search.has("fromTransaction") && !search.get("toTransaction") && !search.get("toTime");
  if (!isOpenEnded) return () => true;
  const newest = new Date(now.getTime() - logLagMs).toISOString();
  return (timestamp) => timestamp <= newest;
}

function timeOf(search: URLSearchParams, option: string): string | undefined {
  const time = search.get(option);
  return time && !Number.isNaN(Date.parse(time)) ? new Date(time).toISOString() : undefined;
}

/** `GET /data/history/{dataset}/events/documents/{id}`: what Studio's history pane lists, newest first. */
export function documentEventsRoute(services: LakeServices): LakeHandler<"dataset" | "id"> {
  return (context) => {
    const dataset = services.dataset(context.req.param("dataset"));
    const id = context.req.param("id");
    const search = new URL(context.req.url).searchParams;
    const { events, nextCursor } = documentEvents(dataset, id, {
      limit: readCount(search, "limit", 100),
      before: search.get("nextCursor") || undefined,
    });
    return sizedAnswer("application/json", JSON.stringify({ events: { [id]: events }, nextCursor }));
  };
}

/** `GET /data/history/{dataset}/events/releases/{id}`: a lake without releases has no events of them. */
export function releaseEventsRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    services.dataset(context.req.param("dataset"));
    return Response.json({ events: [], nextCursor: "" });
  };
}
