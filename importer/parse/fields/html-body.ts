import { htmlToBlocks } from "../html/html-to-blocks.ts";
import type { ParsedBody } from "./parsed-body.ts";
import { textBody } from "./text-body.ts";

/** Text that came as HTML has at least a tag or a reference in it. */
const looksLikeHtml = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);/i;

/** The body in a piece of HTML; a piece without any tag is plain text, whose line breaks count. Pure. */
export const htmlBody = (html: string, baseUrl?: string): ParsedBody =>
  looksLikeHtml.test(html) ? htmlToBlocks(html, baseUrl) : textBody(html);
