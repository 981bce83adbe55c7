import { htmlBody } from "../fields/html-body.ts";
import { emptyBody, type ParsedBody } from "../fields/parsed-body.ts";
import { textBody } from "../fields/text-body.ts";
import { htmlToBlocks } from "../html/html-to-blocks.ts";
import { nitfBody } from "../nitf/nitf-body.ts";
import { childOf, childrenOf, descendantsOf, rawTextOf } from "../xml/navigate.ts";
import { toHtml } from "../xml/to-html.ts";
import type { XmlElement } from "../xml/xml-element.ts";

/** The story in NITF that a NewsML item carries, if it carries one. Pure. */
export const nitfIn = (content: XmlElement | undefined): XmlElement | undefined =>
  descendantsOf(content, "nitf")[0];

/**
 * The text in an `inlineXML`, `inlineData` or `DataContent`: XHTML, paragraphs without a frame, escaped HTML, or plain
 * text. NITF is read by {@link nitfIn}. Pure.
 */
export function inlineBody(
  content: XmlElement | undefined,
  contentType: string | undefined,
  baseUrl: string | undefined,
): ParsedBody {
  if (content === undefined) return emptyBody;
  const bodyContent = descendantsOf(content, "body.content")[0];
  if (bodyContent !== undefined) return nitfBody(bodyContent, baseUrl);
  if (childrenOf(content).length > 0) {
    const html = childrenOf(content).find(({ local }) => local === "html");
    const body = childrenOf(html).find(({ local }) => local === "body");
    return htmlToBlocks(toHtml(body ?? html ?? content), baseUrl);
  }
  const text = rawTextOf(content);
  const isPlain = contentType === "text/plain";
  return isPlain ? textBody(text) : htmlBody(text, baseUrl);
}

/** Whether there is any text to read in it. Pure. */
export const hasText = (element: XmlElement | undefined): boolean => rawTextOf(element).trim() !== "";

/** The first of the children that has text. Pure. */
export const childWithText = (
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined =>
  names.flatMap((name) => childrenOf(element, name)).find(hasText) ?? childOf(element, ...names);
