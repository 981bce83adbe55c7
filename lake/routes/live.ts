import type { Commit } from "../core/dataset.ts";
import { layerOf, publishedLayer } from "../core/document-id.ts";
import { commitsAfter } from "../core/replay-commits.ts";
import { tagsOfChange } from "../core/sync-tags.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { eventStream } from "../wire/event-stream.ts";
import { isOn } from "../wire/query-string.ts";

/**
 * `GET /data/live/events/{dataset}` (sanity.io/docs/live-content-api): tells clients which answers content that changed may have
 * changed, by the tags that those answers carry. Who was away is told what they missed; `restart`, if that is not known any longer.
 */
export function liveEventsRoute(services: LakeServices): LakeHandler<"dataset"> {
  return (context) => {
    const dataset = services.dataset(context.req.param("dataset"));
    const withDrafts = isOn(new URL(context.req.url).searchParams, "includeDrafts");
    const lastEventId = context.req.header("last-event-id");
    return eventStream(services.closing, (send) => {
      const tell = ({ changes, transactionId }: Commit): void => {
        const concerned = changes.filter(({ id }) => withDrafts || layerOf(id) === publishedLayer);
        if (concerned.length === 0) return;
        const tags = new Set(concerned.flatMap((change) => [...tagsOfChange(change)]));
        send({ event: "message", id: transactionId, data: { tags: [...tags] } });
      };
      const unsubscribe = dataset.subscribe(tell);
      const missed = lastEventId === undefined ? [] : commitsAfter(dataset, lastEventId);
      // Whoever comes back names what they heard last, if only this.
      const [newest] = dataset.history({ reverse: true, limit: 1 });
      const id = newest?.transactionId ?? services.clock.newId();
      send({ event: missed ? "welcome" : "restart", id, data: {} });
      missed?.forEach(tell);
      return unsubscribe;
    });
  };
}
