import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { EarthGlobeIcon } from "@sanity/icons/EarthGlobe";
import { ImagesIcon } from "@sanity/icons/Images";
import { WarningOutlineIcon } from "@sanity/icons/WarningOutline";
import type { DefaultDocumentNodeResolver, StructureResolver } from "sanity/structure";
import { NeedsAttention } from "./needs-attention/needs-attention.tsx";
import { parseRowId } from "./needs-attention/row-id.ts";
import { SourceText } from "./source-text/source-text.tsx";

/** The desk: the three kinds of content, and what an editor should look at. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id("desk")
    .title("Desk")
    .items([
      S.documentTypeListItem("article").title("Articles").icon(DocumentTextIcon),
      S.documentTypeListItem("newsImage").title("Images").icon(ImagesIcon),
      S.documentTypeListItem("source").title("Sources").icon(EarthGlobeIcon),
      S.divider(),
      S.listItem()
        .id("needs-attention")
        .title("Needs attention")
        .icon(WarningOutlineIcon)
        .child(
          S.component(NeedsAttention)
            .id("needs-attention")
            .title("Needs attention")
            .child((rowId) => {
              const { type, id } = parseRowId(rowId);
              return S.document().documentId(id).schemaType(type);
            }),
        ),
    ]);

/** Articles have a second view, beside the form, of the raw story they were made from. */
export const documentNode: DefaultDocumentNodeResolver = (S, { schemaType }) =>
  schemaType === "article"
    ? S.document().views([
        S.view.form(),
        S.view.component(SourceText).id("source-text").title("Source text").icon(DocumentTextIcon),
      ])
    : S.document();
