import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { DownloadIcon } from "@sanity/icons/Download";
import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { ImagesIcon } from "@sanity/icons/Images";
import { InboxIcon } from "@sanity/icons/Inbox";
import type { DefaultDocumentNodeResolver, StructureResolver } from "sanity/structure";
import { deskNamespace } from "./desk/i18n/desk-namespace.ts";
import { queuePaneId } from "./desk/queue/queue-pane-id.ts";
import { QueuePane } from "./desk/queue/queue-pane.tsx";
import { runsPaneId } from "./desk/runs/runs-pane-id.ts";
import { RunsPane } from "./desk/runs/runs-pane.tsx";
import { SourceText } from "./source-text/source-text.tsx";

const runsTitle = { title: { key: "runs.title", ns: deskNamespace } };
const queueTitle = { title: { key: "queue.title", ns: deskNamespace } };

/** The desk: the queue of stories that wait for somebody, the imports, and the three kinds of content. */
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
        .id(runsPaneId)
        .title("Imports")
        .i18n(runsTitle)
        .icon(DownloadIcon)
        .child(S.component(RunsPane).id(runsPaneId).title("Imports").i18n(runsTitle)),
      S.divider(),
      S.documentTypeListItem("article").title("Articles").icon(DocumentTextIcon),
      S.documentTypeListItem("newsImage").title("Images").icon(ImagesIcon),
      S.documentTypeListItem("source").title("Sources").icon(EarthGlobeIcon),
    ]);

/** Articles have a second view, beside the form, of the raw story they were made from. */
export const documentNode: DefaultDocumentNodeResolver = (S, { schemaType }) =>
  schemaType === "article"
    ? S.document().views([
        S.view.form(),
        S.view.component(SourceText).id("source-text").title("Source text").icon(DocumentTextIcon),
      ])
    : S.document();
