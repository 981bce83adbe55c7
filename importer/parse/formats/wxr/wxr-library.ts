import { cleanLine } from "../../cleaning/clean-line.ts";
import { isPictureName } from "../../pictures/is-picture.ts";
import { pictureOf } from "../../pictures/picture-of.ts";
import { addressKey, keysOf, nameKey } from "../../pictures/same-picture.ts";
import { webAddress } from "../../addresses/web-address.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import { childOf, rawTextOf, textOf } from "../../markup/xml/navigate.ts";
import { readXml } from "../../markup/xml/read-xml.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { postMeta } from "./post-meta.ts";

/** Attachments that the posts of an export refer to. */
export interface WxrLibrary {
  /** Pictures by the id of their attachment. */
  readonly pictures: ReadonlyMap<string, ParsedPicture>;
  /** The same by their addresses, and by the number that a text has for them. */
  readonly byKey: ReadonlyMap<string, ParsedPicture>;
  /** Ids of the attachments uploaded to a post, by the post's id. */
  readonly attachedTo: ReadonlyMap<string, readonly string[]>;
}

/** Collects the attachments of an export, which may be anywhere in it. Pure. */
export function collectWxrLibrary(text: string, baseUrl: string | undefined): WxrLibrary {
  const pictures = new Map<string, ParsedPicture>();
  const attachedTo = new Map<string, string[]>();
  const byKey = new Map<string, ParsedPicture>();
  if (!text.includes("attachment_url")) return { pictures, byKey, attachedTo };
  for (const read of readXml(text, isWxrItem)) {
    if (read.kind !== "item") continue;
    const id = textOf(childOf(read.element, "wp:post_id"));
    const picture = id === undefined ? undefined : pictureOfAttachment(read.element, id, baseUrl);
    if (id === undefined || picture === undefined) continue;
    pictures.set(id, picture);
    for (const key of keysOf(picture)) if (!byKey.has(key)) byKey.set(key, picture);
    const parent = textOf(childOf(read.element, "wp:post_parent")) ?? "0";
    if (parent !== "0") attachedTo.set(parent, [...(attachedTo.get(parent) ?? []), id]);
  }
  return { pictures, byKey, attachedTo };
}

export const isWxrItem = ({ name, parent }: XmlElement): boolean =>
  name === "item" && parent?.name === "channel";

function pictureOfAttachment(
  item: XmlElement,
  id: string,
  baseUrl: string | undefined,
): ParsedPicture | undefined {
  if (textOf(childOf(item, "wp:post_type")) !== "attachment") return undefined;
  const url = webAddress(textOf(childOf(item, "wp:attachment_url")) ?? "", baseUrl);
  if (url === undefined || !isPictureName(url)) return undefined;
  return pictureOf({
    url,
    knownAs: [nameKey(`wp-image-${id}`), ...otherSizes(item, url)],
    alt: textOf(postMeta(item, "_wp_attachment_image_alt")),
    caption: textOf(childOf(item, "excerpt:encoded")),
    credit:
      textOf(postMeta(item, "_media_credit", "media_credit", "_credit", "credit", "photographer")) ??
      exifCredit(item),
  });
}

/** The files that WordPress made of it, beside it: an edited picture has another name than its sizes. */
function otherSizes(item: XmlElement, url: string): string[] {
  const metadata = rawTextOf(postMeta(item, "_wp_attachment_metadata"));
  const files = metadata.matchAll(/"(?:file|original_image)";s:\d{1,4}:"([^"/]{1,300})"/g);
  return [
    ...new Set(Array.from(files, ([, file = ""]) => addressKey(new URL(encodeURIComponent(file), url).href))),
  ];
}

/** The credit that the camera or the agency wrote into the file, in PHP's notation. */
const exifCredit = (item: XmlElement): string | undefined =>
  cleanLine(
    /s:6:"credit";s:\d{1,4}:"([^"]{1,200})"/.exec(rawTextOf(postMeta(item, "_wp_attachment_metadata")))?.[1],
  );
