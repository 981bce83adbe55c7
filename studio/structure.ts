import type { ComponentType, ReactElement } from "react";
import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { DownloadIcon } from "@sanity/icons/Download";
import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { ImagesIcon } from "@sanity/icons/Images";
import { InboxIcon } from "@sanity/icons/Inbox";
import { UploadIcon } from "@sanity/icons/Upload";
import type { ListItemBuilder, StructureBuilder, StructureResolver } from "sanity/structure";
import type { Say } from "../schemas/to-sanity/say.ts";
import { deskNamespace } from "./desk/i18n/desk-namespace.ts";
import { picturesPaneId } from "./desk/pictures/pictures-pane-id.ts";
import { PicturesPane } from "./desk/pictures/pictures-pane.tsx";
import { queuePaneId } from "./desk/queue/queue-pane-id.ts";
import { QueuePane } from "./desk/queue/queue-pane.tsx";
import { sourcesPaneId } from "./desk/sources/sources-pane-id.ts";
import { runsPaneId } from "./desk/runs/runs-pane-id.ts";
import { RunsPane } from "./desk/runs/runs-pane.tsx";
import { SourcesPane } from "./desk/sources/sources-pane.tsx";
import { listedTypes } from "./list-queries.ts";

/** A screen of ours. */
interface Screen {
  readonly id: string;
  /** In English; its string is `<id>.title`. */
  readonly title: string;
  readonly icon: ComponentType;
  readonly pane: () => ReactElement;
  /** Of the documents that open beside it. */
  readonly schemaType?: string;
}

const screens: readonly Screen[] = [
  { id: queuePaneId, title: "Queue", icon: InboxIcon, pane: QueuePane, schemaType: "article" },
  { id: picturesPaneId, title: "Pictures", icon: UploadIcon, pane: PicturesPane, schemaType: "newsImage" },
  { id: sourcesPaneId, title: "Sources", icon: EarthGlobeIcon, pane: SourcesPane, schemaType: "source" },
  { id: runsPaneId, title: "Imports", icon: DownloadIcon, pane: RunsPane },
];

const lists = {
  article: { title: "Articles", icon: DocumentTextIcon },
  newsImage: { title: "Images", icon: ImagesIcon },
} as const satisfies Record<(typeof listedTypes)[number], object>;

function screenItem(S: StructureBuilder, { id, title, icon, pane, schemaType }: Screen): ListItemBuilder {
  const i18n = { title: { key: `${id}.title`, ns: deskNamespace } };
  const alone = S.component(pane).id(id).title(title);
  const component = schemaType
    ? alone.child((documentId) => S.defaultDocument({ documentId, schemaType }))
    : alone;
  return (
    S.listItem()
      .id(id)
      .title(title)
      .i18n(i18n)
      .icon(icon)
      // Studio reads it from the pane, and loses it when it builds one (sanity 6.9, `ComponentBuilder.serialize`).
      .child({ ...component.serialize(), i18n })
  );
}

/** The desk: our own screens, and the kinds of content that no screen lists as a whole, in a language. */
export const structureIn =
  (say: Say): StructureResolver =>
  (S) =>
    S.list()
      .id("desk")
      .title(say("Desk"))
      .items([
        ...screens.map((screen) => screenItem(S, screen)),
        S.divider(),
        ...listedTypes.map((type) =>
          S.documentTypeListItem(type).title(say(lists[type].title)).icon(lists[type].icon),
        ),
      ]);
