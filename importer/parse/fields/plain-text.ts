import { oneLine } from "../markup/xml/navigate.ts";
import { htmlBody } from "./html-body.ts";
import { textOfBody } from "../parsed-body.ts";

/** The words of a text that may be HTML, on one line; `undefined` if there are none. Pure. */
export const plainText = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : oneLine(textOfBody(htmlBody(text)));
