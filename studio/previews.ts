import { ImageIcon } from "@sanity/icons/Image";
import { LinkIcon } from "@sanity/icons/Link";
import { ThListIcon } from "@sanity/icons/ThList";
import type { PreviewConfig, PreviewValue } from "sanity";
import { article, infoSource } from "../schemas/index.ts";
import type { Say } from "../schemas/to-sanity/say.ts";
import { optionTitle } from "./desk/i18n/option-title.ts";
import { readRows } from "./tables/table-changes.ts";

/** List rows that need more than the content model's own selection of fields. */

export const articlePreview = (say: Say): PreviewConfig => ({
  select: {
    headline: "headline",
    sourceLine: "sourceLine",
    pubStatus: "pubStatus",
    media: "leadImage.image.asset",
  },
  prepare({ headline, sourceLine, pubStatus, media }): PreviewValue {
    const status = pubStatus === "usable" ? undefined : optionTitle(article.shape.pubStatus, pubStatus, say);
    return { title: headline, ...line(status, sourceLine), media };
  },
});

export const imagePreview: PreviewConfig = {
  select: {
    caption: "captions.0.text",
    altText: "altTexts.0.text",
    creditLine: "creditLine",
    sourceName: "source.name",
    media: "asset",
  },
  prepare({ caption, altText, creditLine, sourceName, media }): PreviewValue {
    return { title: caption ?? altText, ...line(creditLine ?? sourceName), media: media ?? ImageIcon };
  },
};

/** A picture in an article, with the caption that readers see there. */
export const figurePreview: PreviewConfig = {
  select: {
    captionHere: "captions.0.text",
    caption: "image.captions.0.text",
    altText: "image.altTexts.0.text",
    creditLine: "image.creditLine",
    media: "image.asset",
  },
  prepare({ captionHere, caption, altText, creditLine, media }): PreviewValue {
    return { title: captionHere ?? caption ?? altText, ...line(creditLine), media: media ?? ImageIcon };
  },
};

export const infoSourcePreview = (say: Say): PreviewConfig => ({
  select: { name: "source.name", role: "role", asPrinted: "asPrinted" },
  prepare({ name, role, asPrinted }): PreviewValue {
    return { title: name ?? asPrinted, ...line(optionTitle(infoSource.shape.role, role, say)) };
  },
});

/** A table by its caption or its first row; the rows are for `TablePreview`. */
export const tablePreview: PreviewConfig = {
  select: { caption: "caption", rows: "rows" },
  prepare({ caption, rows }): PreviewValue & { readonly rows: unknown } {
    const [first] = readRows(rows);
    const size = `${readRows(rows).length} × ${first?.cells.length ?? 0}`;
    return { title: caption ?? first?.cells.join(" | "), subtitle: size, media: ThListIcon, rows };
  },
};

/** An embed by its words alone: nothing is loaded from where it leads to. */
export const embedPreview: PreviewConfig = {
  select: { url: "url", provider: "provider", title: "title", text: "text" },
  prepare({ url, provider, title, text }): PreviewValue {
    return { title: title ?? text ?? url, ...line(provider, url), media: LinkIcon };
  },
};

/** A subtitle made of the parts that exist. */
function line(...parts: readonly unknown[]): Pick<PreviewValue, "subtitle"> {
  const subtitle = parts.filter((part) => typeof part === "string" && part !== "").join(" · ");
  return subtitle === "" ? {} : { subtitle };
}
