import { bylinePrefixes } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";
import { readByline } from "./read-byline.ts";

/** A byline as printed, without its label, and the name in it. */
export interface PrintedByline {
  readonly printed: string;
  readonly name?: string;
}

const label = new RegExp(String.raw`^${anyOf(bylinePrefixes)}(?:\s*[:：]\s*|\s+)`, "iu");

/** Reads a text known to be a byline, such as "By Jane Doe, Energy Correspondent". Pure. */
export function readPrintedByline(byline: string): PrintedByline {
  const printed = byline.replace(label, "").trim() || byline;
  // A title may follow the name after a comma; adding "By" lets a name be recognised.
  const [beforeComma = ""] = printed.split(/\s*[,،،]\s*/);
  const name = readByline(byline)?.names[0] ?? readByline(`By ${beforeComma}`)?.names[0];
  return { printed, ...(name === undefined ? {} : { name }) };
}
