import { emptyBody, joinBodies, pictureBody, type ParsedBody } from "../parsed-body.ts";
import { htmlToBlocks } from "../markup/html/html-to-blocks.ts";
import { descendantsOf, isElement } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";
import { nitfPicture } from "./nitf-picture.ts";
import { nitfToHtml } from "./nitf-to-html.ts";

/** The text of a `body.content` or a `block` of NITF, with pictures in place. Pure. */
export function nitfBody(content: XmlElement | undefined, baseUrl: string | undefined): ParsedBody {
  if (content === undefined) return emptyBody;
  const parts: ParsedBody[] = [];
  let html = "";
  const flush = (): void => {
    if (html.trim() !== "") parts.push(htmlToBlocks(html, baseUrl));
    html = "";
  };
  const addPicture = (media: XmlElement): void => {
    const picture = nitfPicture(media, baseUrl);
    if (picture === undefined) return;
    flush();
    parts.push(pictureBody(picture));
  };
  for (const node of content.children) {
    if (!isElement(node)) html += nitfToHtml(node);
    else if (node.name === "media") addPicture(node);
    else if (node.name === "block") {
      flush();
      parts.push(nitfBody(node, baseUrl));
    } else {
      html += nitfToHtml(node);
      // A picture inside a paragraph is placed after it.
      for (const media of descendantsOf(node, "media")) addPicture(media);
    }
  }
  flush();
  return joinBodies(parts);
}
