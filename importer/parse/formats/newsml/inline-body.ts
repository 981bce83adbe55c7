import { htmlBody, looksLikeHtml } from "../../fields/html-body.ts";
import { emptyBody, type ParsedBody } from "../../parsed-body.ts";
import { plainBody } from "../../fields/plain-body.ts";
import { textBody } from "../../fields/text-body.ts";
import { htmlToBlocks } from "../../markup/html/html-to-blocks.ts";
import { nitfBody } from "../../nitf/nitf-body.ts";
import { childOf, childrenOf, descendantsOf, isElement, rawTextOf } from "../../markup/xml/navigate.ts";
import { toHtml } from "../../markup/xml/to-html.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/** The NITF story inside a NewsML item, if there is one. Pure. */
export const nitfIn = (content: XmlElement | undefined): XmlElement | undefined =>
  descendantsOf(content, "nitf")[0];

/**
 * Returns the text of an `inlineXML`, `inlineData` or `DataContent`: XHTML, bare paragraphs, escaped HTML, or plain
 * text. {@link nitfIn} handles NITF. Pure.
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
    const body = childrenOf(html).find(({ local }) => local === "body") ?? html ?? content;
    const written = rawTextOf(body);
    // Markup within the markup: in a CDATA section, or escaped.
    if (!body.children.some(isElement) && looksLikeHtml(written)) return htmlToBlocks(written, baseUrl);
    return isWireText(body) ? textBody(written) : htmlToBlocks(toHtml(body), baseUrl);
  }
  const text = rawTextOf(content);
  const isPlain = contentType === "text/plain";
  return isPlain ? plainBody(text, baseUrl) : htmlBody(text, baseUrl);
}

/** Whether it is a printed page in one element, whose lines and indents make the paragraphs. */
function isWireText(body: XmlElement): boolean {
  const paragraphs = childrenOf(body);
  return (
    paragraphs.length <= 2 &&
    paragraphs.every(({ local, children }) => /^(?:p|pre)$/.test(local) && !children.some(isElement)) &&
    (rawTextOf(body).match(/\n {2,}\S/g)?.length ?? 0) >= 2
  );
}

/** Whether it contains any text. Pure. */
export const hasText = (element: XmlElement | undefined): boolean => rawTextOf(element).trim() !== "";

/** The first child with text. Pure. */
export const childWithText = (
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined =>
  names.flatMap((name) => childrenOf(element, name)).find(hasText) ?? childOf(element, ...names);
