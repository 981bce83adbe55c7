import { elementForms } from "../markup/html/element-forms.ts";
import { htmlToBlocks } from "../markup/html/html-to-blocks.ts";
import type { ParsedBody } from "../parsed-body.ts";
import { textBody } from "./text-body.ts";

const tags = [...elementForms.keys()].join("|");

/** An HTML tag or a character reference: "x<y and z>w" has neither. */
const markup = new RegExp(String.raw`</?(?:${tags})(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);`, "i");

/** Whether a text is written in HTML. Pure. */
export const looksLikeHtml = (text: string): boolean => markup.test(text);

/** The body of a piece of HTML; without any tag it is plain text, whose line breaks count. Pure. */
export const htmlBody = (html: string, baseUrl?: string): ParsedBody =>
  looksLikeHtml(html) ? htmlToBlocks(html, baseUrl) : textBody(html);
