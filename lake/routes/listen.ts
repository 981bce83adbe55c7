import { eventsFor } from "../core/change-feed.ts";
import type { Commit } from "../core/dataset.ts";
import { isVersionId, layerOf, publishedLayer } from "../core/document-id.ts";
import { LakeError } from "../core/lake-error.ts";
import { listenerFilter, type DocumentFilter } from "../core/listener-filter.ts";
import { isModernVersion } from "../core/perspective.ts";
import { commitsAfter } from "../core/replay-commits.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { eventStream, type ServerSentEvent } from "../wire/event-stream.ts";
import { isOn, readParams } from "../wire/query-string.ts";
import { servedDataset } from "./served-dataset.ts";

/** `GET /data/listen/{dataset}` (sanity.io/docs/realtime-updates): changes as they happen. */
export function listenRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    const dataset = servedDataset(services, context);
    const search = new URL(context.req.url).searchParams;
    const listenerName = services.clock.newId();

    let filter: DocumentFilter;
    try {
      const query = search.get("query") ?? "*";
      filter = visible(
        listenerFilter(query, readParams(search), context.get("user").id),
        search,
        context.get("apiVersion"),
      );
    } catch (error) {
      if (!(error instanceof LakeError)) throw error;
      // wire: a wrong query is an event, because an EventSource cannot see the body of a refused request.
      return eventStream(services.closing, (send) => {
        send({ event: "channelError", data: error.body });
        return () => {};
      });
    }
    const options = {
      includeResult: isOn(search, "includeResult"),
      includePreviousRevision: isOn(search, "includePreviousRevision"),
      includeMutations: search.get("includeMutations") !== "false",
      includeEffects: search.get("effectFormat") === "mendoza",
    };
    // Client 7 repeats the URL with a parameter, client 8 sends the header.
    const lastEventId = search.get("lastEventId") ?? context.req.header("last-event-id");
    const resumeAfter = isOn(search, "enableResume") && lastEventId ? lastEventId.split("#")[0] : undefined;

    return eventStream(services.closing, (send) => {
      const tell = (commit: Commit): void => {
        for (const event of eventsFor(commit, filter, options)) {
          send({ event: "mutation", id: event.eventId, data: event });
        }
      };
      const unsubscribe = dataset.subscribe(tell);
      const missed = resumeAfter === undefined ? undefined : commitsAfter(dataset, resumeAfter);
      send({ event: greeting(resumeAfter, missed), data: { listenerName } });
      missed?.forEach(tell);
      return unsubscribe;
    });
  };
}

function greeting(
  resumeAfter: string | undefined,
  missed: readonly Commit[] | undefined,
): ServerSentEvent["event"] {
  if (resumeAfter === undefined) return "welcome";
  return missed ? "welcomeback" : "reset";
}

/** wire: from 2025-02-19 on, drafts and versions are heard only by who asks for all versions; versions never before. */
function visible(filter: DocumentFilter, search: URLSearchParams, apiVersion: string): DocumentFilter {
  if (isOn(search, "includeAllVersions")) return filter;
  if (isModernVersion(apiVersion))
    return (document) => layerOf(document._id) === publishedLayer && filter(document);
  return (document) => !isVersionId(document._id) && filter(document);
}
