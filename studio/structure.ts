import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { ImagesIcon } from "@sanity/icons/Images";
import { InboxIcon } from "@sanity/icons/Inbox";
import { UploadIcon } from "@sanity/icons/Upload";
import type { DefaultDocumentNodeResolver, StructureResolver } from "sanity/structure";
import { deskNamespace } from "./desk/i18n/desk-namespace.ts";
import { picturesPaneId } from "./desk/pictures/pictures-pane-id.ts";
import { PicturesPane } from "./desk/pictures/pictures-pane.tsx";
import { queuePaneId } from "./desk/queue/queue-pane-id.ts";
import { QueuePane } from "./desk/queue/queue-pane.tsx";
import { SourceText } from "./source-text/source-text.tsx";

const picturesTitle = { title: { key: "pictures.title", ns: deskNamespace } };
const queueTitle = { title: { key: "queue.title", ns: deskNamespace } };

/** The desk: the queue of stories that wait for somebody, the pictures that lack something, and the three kinds of content. */
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
        .id(picturesPaneId)
        .title("Pictures")
        .i18n(picturesTitle)
        .icon(UploadIcon)
        .child(
          S.component(PicturesPane)
            .id(picturesPaneId)
            .title("Pictures")
            .i18n(picturesTitle)
            .child((documentId) => S.defaultDocument({ documentId, schemaType: "newsImage" })),
        ),
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
