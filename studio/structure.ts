import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { ImagesIcon } from "@sanity/icons/Images";
import { InboxIcon } from "@sanity/icons/Inbox";
import type { StructureResolver } from "sanity/structure";
import { deskNamespace } from "./desk/i18n/desk-namespace.ts";
import { queuePaneId } from "./desk/queue/queue-pane-id.ts";
import { QueuePane } from "./desk/queue/queue-pane.tsx";

const queueTitle = { title: { key: "queue.title", ns: deskNamespace } };

/** The desk: the queue of stories that wait for somebody, and the three kinds of content. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id("desk")
    .title("Desk")
    .items([
      S.listItem()
        .id(queuePaneId)
        .title("Queue")
        .i18n(queueTitle)
        .icon(InboxIcon)
        .child(
          S.component(QueuePane)
            .id(queuePaneId)
            .title("Queue")
            .i18n(queueTitle)
            .child((documentId) => S.defaultDocument({ documentId, schemaType: "article" })),
        ),
      S.divider(),
      S.documentTypeListItem("article").title("Articles").icon(DocumentTextIcon),
      S.documentTypeListItem("newsImage").title("Images").icon(ImagesIcon),
      S.documentTypeListItem("source").title("Sources").icon(EarthGlobeIcon),
    ]);
