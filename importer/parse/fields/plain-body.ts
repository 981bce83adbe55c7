import { decodeReferences } from "../cleaning/decode-references.ts";
import { isMarkup } from "../cleaning/unescape-markup.ts";
import type { ParsedBody } from "../parsed-body.ts";
import { htmlBody } from "./html-body.ts";
import { textBody } from "./text-body.ts";

/** The body of a text that its format says is plain; HTML if it consists of elements, as some senders have it. Pure. */
export const plainBody = (text: string, baseUrl?: string): ParsedBody =>
  isMarkup(decodeReferences(text, "all")) ? htmlBody(text, baseUrl) : textBody(text);
