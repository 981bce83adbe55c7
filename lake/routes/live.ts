import type { Commit } from "../core/dataset.ts";
import { layerOf, publishedLayer } from "../core/document-id.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { eventStream } from "../wire/event-stream.ts";
import { isOn } from "../wire/query-string.ts";

/**
 * `GET /data/live/events/{dataset}` (sanity.io/docs/live-content-api): notifies clients that content changed.
 *
 * Queries carry no sync tags, so every change invalidates everything: clients refetch what they show.
 */
export function liveEventsRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    const dataset = services.dataset(context.req.param("dataset"));
    const withDrafts = isOn(new URL(context.req.url).searchParams, "includeDrafts");
    return eventStream(services.closing, (send) => {
      send({ event: "welcome", id: services.clock.newId(), data: {} });
      return dataset.subscribe((commit: Commit) => {
        const concerns = commit.changes.some(({ id }) => withDrafts || layerOf(id) === publishedLayer);
        if (concerns) send({ event: "restart", id: commit.transactionId, data: {} });
      });
    });
  };
}
