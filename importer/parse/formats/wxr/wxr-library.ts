import { cleanLine } from "../../cleaning/clean-line.ts";
import { isPictureName } from "../../pictures/is-picture.ts";
import { pictureOf } from "../../pictures/picture-of.ts";
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
  /** Ids of the attachments uploaded to a post, by the post's id. */
  readonly attachedTo: ReadonlyMap<string, readonly string[]>;
}

/** Collects the attachments of an export, which may be anywhere in it. Pure. */
export function collectWxrLibrary(text: string, baseUrl: string | undefined): WxrLibrary {
  const pictures = new Map<string, ParsedPicture>();
  const attachedTo = new Map<string, string[]>();
  if (!text.includes("attachment_url")) return { pictures, attachedTo };
  for (const read of readXml(text, isWxrItem)) {
    if (read.kind !== "item") continue;
    const id = textOf(childOf(read.element, "wp:post_id"));
    const picture = pictureOfAttachment(read.element, baseUrl);
    if (id === undefined || picture === undefined) continue;
    pictures.set(id, picture);
    const parent = textOf(childOf(read.element, "wp:post_parent")) ?? "0";
    if (parent !== "0") attachedTo.set(parent, [...(attachedTo.get(parent) ?? []), id]);
  }
  return { pictures, attachedTo };
}

export const isWxrItem = ({ name, parent }: XmlElement): boolean =>
  name === "item" && parent?.name === "channel";

function pictureOfAttachment(item: XmlElement, baseUrl: string | undefined): ParsedPicture | undefined {
  if (textOf(childOf(item, "wp:post_type")) !== "attachment") return undefined;
  const url = webAddress(textOf(childOf(item, "wp:attachment_url")) ?? "", baseUrl);
  if (url === undefined || !isPictureName(url)) return undefined;
  return pictureOf({
    url,
    alt: textOf(postMeta(item, "_wp_attachment_image_alt")),
    caption: textOf(childOf(item, "excerpt:encoded")),
    credit:
      textOf(postMeta(item, "_media_credit", "media_credit", "_credit", "credit", "photographer")) ??
      exifCredit(item),
  });
}

/** The credit that the camera or the agency wrote into the file, in PHP's notation. */
const exifCredit = (item: XmlElement): string | undefined =>
  cleanLine(
    /s:6:"credit";s:\d{1,4}:"([^"]{1,200})"/.exec(rawTextOf(postMeta(item, "_wp_attachment_metadata")))?.[1],
  );
