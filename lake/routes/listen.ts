import { eventsFor, eventTextsFor, type DocumentFilter, type MutationEvent } from "../core/change-feed.ts";
import { isVersionId, layerOf, publishedLayer } from "../core/document-id.ts";
import { LakeError } from "../core/lake-error.ts";
import { listenerFilter, type ListenerFilter } from "../query/listener-filter.ts";
import { measureJson } from "../core/measure-json.ts";
import { isModernVersion } from "../core/perspective.ts";
import type { Commit } from "../core/dataset.ts";
import { commitsAfter } from "../core/replay-commits.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { eventStream, textOfEvent, type ServerSentEvent } from "../wire/event-stream.ts";
import { isOn, readParams } from "../wire/query-string.ts";
import { servedDataset } from "./served-dataset.ts";

/** In UTF-8 this is less than what may wait for a reader, who would otherwise be given up while it catches up. */
const maxMissedCharacters = 4_000_000;

/** `GET /data/listen/{dataset}` (sanity.io/docs/realtime-updates): changes as they happen. */
export function listenRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    const dataset = servedDataset(services, context);
    const search = new URL(context.req.url).searchParams;
    const listenerName = services.clock.newId();

    let wanted: ListenerFilter;
    try {
      wanted = listenerFilter(search.get("query") ?? "*", readParams(search), context.get("user").id);
    } catch (error) {
      if (!(error instanceof LakeError)) throw error;
      // wire: a wrong query is an event, because an EventSource cannot see the body of a refused request.
      return eventStream(services.closing, (send) => {
        send({ event: "channelError", data: error.body });
        return () => {};
      });
    }
    const { inTime } = wanted;
    const question = questionOf(search, context.get("user").id, context.get("apiVersion"));
    const filter = visible(wanted.accepts, search, context.get("apiVersion"));
    const options = {
      includeResult: isOn(search, "includeResult"),
      includePreviousRevision: isOn(search, "includePreviousRevision"),
      includeMutations: search.get("includeMutations") !== "false",
      includeEffects: search.get("effectFormat") === "mendoza",
    };
    // Client 7 repeats the URL with a parameter, client 8 sends the header.
    const lastEventId = search.get("lastEventId") ?? context.req.header("last-event-id");
    const resumeAfter = isOn(search, "enableResume") && lastEventId ? lastEventId.split("#")[0] : undefined;

    /** `undefined` when it is unknown, or more than a reader is given at once. */
    const missedSince = (transactionId: string): readonly MutationEvent[] | undefined => {
      const events = commitsAfter(dataset, transactionId)?.flatMap((commit) =>
        inTime(() => eventsFor(commit, filter, options)),
      );
      return measureJson(events, maxMissedCharacters).characters > maxMissedCharacters ? undefined : events;
    };

    return eventStream(services.closing, (send) => {
      let unsubscribe = (): void => {};
      /** A filter that takes too long once would do so again. */
      const unlessTooLong = (work: () => void): void => {
        try {
          work();
        } catch (error) {
          if (!(error instanceof LakeError)) throw error;
          unsubscribe();
          send({ event: "channelError", data: error.body });
        }
      };
      unsubscribe = dataset.subscribe(
        (commit) =>
          unlessTooLong(() => {
            const text = onceFor(commit, question, () =>
              inTime(() => eventTextsFor(commit, filter, options))
                .map(({ eventId, json }) => textOfEvent({ event: "mutation", id: eventId, json }))
                .join(""),
            );
            if (text !== "") send({ text });
          }),
        wanted.interest,
      );
      unlessTooLong(() => {
        const missed = resumeAfter === undefined ? undefined : missedSince(resumeAfter);
        send({ event: greeting(resumeAfter, missed), data: { listenerName } });
        missed?.forEach((event) => send({ event: "mutation", id: event.eventId, data: event }));
      });
      return unsubscribe;
    });
  };
}

/** All that decides which events a listener gets, as text: the same for those who get the same. */
function questionOf(search: URLSearchParams, userId: string, apiVersion: string): string {
  // Only the function of that name tells one user from another.
  const isPersonal = search.get("query")?.includes("identity") === true;
  return `${isPersonal ? userId : ""} ${apiVersion} ${search.toString()}`;
}

const told = new WeakMap<Commit, Map<string, string>>();

/** Makes the text of the events of a commit once for all listeners with the same question: many editors look at the same lists. */
function onceFor(commit: Commit, question: string, make: () => string): string {
  const texts = told.get(commit) ?? new Map<string, string>();
  told.set(commit, texts);
  const text = texts.get(question) ?? make();
  texts.set(question, text);
  return text;
}

function greeting(
  resumeAfter: string | undefined,
  missed: readonly MutationEvent[] | undefined,
): ServerSentEvent["event"] {
  if (resumeAfter === undefined) return "welcome";
  return missed ? "welcomeback" : "reset";
}

/** wire: since 2025-02-19, listeners get drafts and versions only if they ask for all versions; before that, never versions. */
function visible(filter: DocumentFilter, search: URLSearchParams, apiVersion: string): DocumentFilter {
  if (isOn(search, "includeAllVersions")) return filter;
  if (isModernVersion(apiVersion))
    return (document) => layerOf(document._id) === publishedLayer && filter(document);
  return (document) => !isVersionId(document._id) && filter(document);
}
