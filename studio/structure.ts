import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { ImagesIcon } from "@sanity/icons/Images";
import { InboxIcon } from "@sanity/icons/Inbox";
import type { DefaultDocumentNodeResolver, StructureResolver } from "sanity/structure";
import { deskNamespace } from "./desk/i18n/desk-namespace.ts";
import { queuePaneId } from "./desk/queue/queue-pane-id.ts";
import { QueuePane } from "./desk/queue/queue-pane.tsx";
import { sourcesPaneId } from "./desk/sources/sources-pane-id.ts";
import { SourcesPane } from "./desk/sources/sources-pane.tsx";
import { SourceText } from "./source-text/source-text.tsx";

const queueTitle = { title: { key: "queue.title", ns: deskNamespace } };
const sourcesTitle = { title: { key: "sources.title", ns: deskNamespace } };

/** The desk: the queue of stories that wait for somebody, the sources they come from, and the other kinds of content. */
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
      S.listItem()
        .id(sourcesPaneId)
        .title("Sources")
        .i18n(sourcesTitle)
        .icon(EarthGlobeIcon)
        .child(
          S.component(SourcesPane)
            .id(sourcesPaneId)
            .title("Sources")
            .i18n(sourcesTitle)
            .child((documentId) => S.defaultDocument({ documentId, schemaType: "source" })),
        ),
      S.divider(),
      S.documentTypeListItem("article").title("Articles").icon(DocumentTextIcon),
      S.documentTypeListItem("newsImage").title("Images").icon(ImagesIcon),
    ]);

/** Articles have a second view, beside the form, of the raw story they were made from. */
export const documentNode: DefaultDocumentNodeResolver = (S, { schemaType }) =>
  schemaType === "article"
    ? S.document().views([
        S.view.form(),
        S.view.component(SourceText).id("source-text").title("Source text").icon(DocumentTextIcon),
      ])
    : S.document();
