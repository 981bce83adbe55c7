import { htmlToBlocks } from "../markup/html/html-to-blocks.ts";
import type { ParsedBody } from "../parsed-body.ts";
import { textBody } from "./text-body.ts";

const tags =
  "a|abbr|article|aside|b|bdi|bdo|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|li|main|mark|nav|ol|p|picture|pre|q|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|time|tr|tt|u|ul|video|wbr";

/** An HTML tag or a character reference: "x<y and z>w" has neither. */
const markup = new RegExp(String.raw`</?(?:${tags})(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);`, "i");

/** Whether a text is written in HTML. Pure. */
export const looksLikeHtml = (text: string): boolean => markup.test(text);

/** The body of a piece of HTML; without any tag it is plain text, whose line breaks count. Pure. */
export const htmlBody = (html: string, baseUrl?: string): ParsedBody =>
  looksLikeHtml(html) ? htmlToBlocks(html, baseUrl) : textBody(html);
