import { emptyBody, joinBodies, objectBody, pictureBody, type ParsedBody } from "../parsed-body.ts";
import { looksLikeHtml } from "../fields/html-body.ts";
import { htmlToBlocks } from "../markup/html/html-to-blocks.ts";
import { childrenOf, isElement, rawTextOf } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";
import { nitfEmbed } from "./nitf-embed.ts";
import { nitfFormOf } from "./nitf-forms.ts";
import { isForEditors } from "./nitf-note.ts";
import { nitfPicture } from "./nitf-picture.ts";
import { nitfToHtml } from "./nitf-to-html.ts";

/** The text of a `body.content` or a `block` of NITF, with pictures in place. Pure. */
export function nitfBody(content: XmlElement | undefined, baseUrl: string | undefined): ParsedBody {
  if (content === undefined) return emptyBody;
  const isText = content.children.length > 0 && !content.children.some(isElement);
  // HTML in a CDATA section, which some systems put where NITF has its own elements.
  if (isText && looksLikeHtml(rawTextOf(content))) return htmlToBlocks(rawTextOf(content), baseUrl);
  const parts: ParsedBody[] = [];
  let html = "";
  const flush = (): void => {
    if (html.trim() !== "") parts.push(htmlToBlocks(html, baseUrl));
    html = "";
  };
  const add = (part: ParsedBody): void => {
    flush();
    parts.push(part);
  };
  const addMedia = (media: XmlElement): void => {
    const picture = nitfPicture(media, baseUrl);
    if (picture !== undefined) return add(pictureBody(picture));
    const embed = nitfEmbed(media, baseUrl);
    if (embed !== undefined) add(objectBody(embed));
  };
  /** What stands beside the text: media and footnotes, and notes for readers. */
  const addBeside = (element: XmlElement): void => {
    const form = nitfFormOf(element.local.toLowerCase());
    const as = "as" in form ? form.as : undefined;
    if (as === "picture-or-embed") addMedia(element);
    else if (as === "footnote" || (as === "note" && !isForEditors(element))) add(nitfBody(element, baseUrl));
    else if (as !== "note") for (const child of childrenOf(element)) addBeside(child);
  };
  for (const node of content.children) {
    if (isElement(node) && (node.name === "block" || node.name === "body.content"))
      add(nitfBody(node, baseUrl));
    else {
      html += nitfToHtml(node);
      // What stands inside a paragraph is placed after it.
      if (isElement(node)) addBeside(node);
    }
  }
  flush();
  return joinBodies(parts);
}
