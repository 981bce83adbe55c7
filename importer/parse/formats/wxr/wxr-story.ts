import { cleanLine } from "../../cleaning/clean-line.ts";
import { authorityOf, globalId } from "../../addresses/global-id.ts";
import { readEmbargo, readOrder } from "../../control/read-order.ts";
import type { WireOrder } from "../../control/wire-order.ts";
import { foundAuthors } from "../../fields/found-authors.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { type Found, foundIn, foundText, isFound, mapFound } from "../../fields/found.ts";
import { attributeOf, childOf, childrenOf, placeOf, rawTextOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { leadWith } from "../../pictures/merge-pictures.ts";
import { postMeta } from "./post-meta.ts";
import { wxrBody } from "./wxr-body.ts";
import { universalTime, wxrDate } from "./wxr-dates.ts";
import type { WxrLibrary } from "./wxr-library.ts";

/** Reads a post of a WordPress export. Pure. */
export function wxrStory(post: XmlElement, library: WxrLibrary, outerBase: string | undefined): FoundStory {
  const channel = post.parent;
  const site = textOf(childOf(channel, "wp:base_blog_url", "link")) ?? outerBase;
  const postId = textOf(childOf(post, "wp:post_id"));
  const content = childOf(post, "content:encoded");
  const read = wxrBody(rawTextOf(content), postId ?? "", library, site);
  const featured = library.pictures.get(textOf(postMeta(post, "_thumbnail_id")) ?? "");
  const { body, leadPicture } = leadWith(read, featured === undefined ? [] : [featured]);
  const title = childOf(post, "title");
  const excerpt = childOf(post, "excerpt:encoded");
  const publisher = foundText(childOf(channel, "title"), "wxr-site", 0.8);
  const date = wxrDate(post);
  const status = childOf(post, "wp:status");
  const order = foundIn(status, readOrder(textOf(status), "wordpress-status"), "wxr-status");
  return {
    url: order?.value.kind === "usable" ? linkOf(post) : undefined,
    id: idOf(post, site),
    versionCreated: universalTime(childOf(post, "wp:post_modified_gmt")),
    headline: foundIn(title, textOf(title), "wxr-title"),
    kicker: foundText(postMeta(post, "kicker", "_kicker"), "wxr-kicker", 0.8),
    subHeadline: foundText(postMeta(post, "subtitle", "_subtitle", "wps_subtitle"), "wxr-subtitle", 0.8),
    summary: foundIn(excerpt, textOf(excerpt), "wxr-excerpt"),
    ...foundAuthors([authorOf(post, channel)]),
    publishedAt: order?.value.kind === "usable" ? date : undefined,
    body: { value: body, place: placeOf(content ?? post), rule: "wxr-content", confidence: 1 },
    leadPicture,
    infoSources:
      publisher === undefined
        ? []
        : [{ ...publisher, value: { printed: publisher.value, role: "distributor" } }],
    language: languageOf(post, channel),
    keywords: childrenOf(post, "category")
      .filter((category) => /^(?:category|post_tag)$/.test(attributeOf(category, "domain") ?? ""))
      .filter((category) => attributeOf(category, "nicename") !== "uncategorized")
      .map((category) => foundIn(category, textOf(category), "wxr-category"))
      .filter(isFound),
    orders: [
      order,
      // The date of a scheduled post says when it will appear.
      order?.value.kind === "embargoed" ? mapFound(date, readEmbargo) : undefined,
      lockOf(post),
    ].filter(isFound),
  };
}

/** The address of a post is its own only once published: a draft's leads to a page that no one can open. */
function linkOf(post: XmlElement): Found<string> | undefined {
  const link = foundText(childOf(post, "link"), "wxr-link");
  return !/[?&](?:p|page_id|post_type|preview)=/.test(link?.value ?? "") ? link : undefined;
}

/** WordPress never changes a post's guid; without one, its number is unique on its site. */
function idOf(post: XmlElement, site: string | undefined): Found<string> | undefined {
  const id =
    foundText(childOf(post, "guid"), "wxr-guid") ?? foundText(childOf(post, "wp:post_id"), "wxr-post-id");
  return mapFound(id, (value) => globalId(value, authorityOf(site)));
}

/** The author's display name, in place of the login name in the export. */
function authorOf(post: XmlElement, channel: XmlElement | undefined): Found<string> | undefined {
  const creator = childOf(post, "dc:creator");
  const login = textOf(creator);
  const author = childrenOf(channel, "wp:author").find(
    (candidate) => textOf(childOf(candidate, "wp:author_login")) === login,
  );
  const given = [childOf(author, "wp:author_first_name"), childOf(author, "wp:author_last_name")];
  const name =
    writtenIn(childOf(author, "wp:author_display_name")) ??
    cleanLine(given.map((part) => textOf(part) ?? "").join(" ")) ??
    writtenIn(creator);
  return foundIn(creator, name, "wxr-author", author === undefined ? 0.4 : 1);
}

const writtenIn = (element: XmlElement | undefined): string | undefined =>
  textOf(element) === undefined ? undefined : rawTextOf(element);

/** A password-protected post is not meant for all readers. The password is not copied. */
const lockOf = (post: XmlElement): Found<WireOrder> | undefined =>
  foundIn(
    [childOf(post, "wp:post_password")].find((password) => textOf(password) !== undefined),
    { kind: "withheld" as const, printed: "password" },
    "wxr-password",
  );

/** Multilingual sites mark each post with a plug-in's category. */
function languageOf(post: XmlElement, channel: XmlElement | undefined): Found<string> | undefined {
  const category = childrenOf(post, "category").find((each) => attributeOf(each, "domain") === "language");
  return (
    foundIn(category, attributeOf(category, "nicename"), "wxr-language") ??
    foundText(childOf(channel, "language"), "wxr-language")
  );
}
