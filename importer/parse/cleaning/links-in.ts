import { decodeReferences } from "./decode-references.ts";
import { readTags } from "./read-tags.ts";

/** Returns the texts of the links in a piece of HTML, however often it was escaped, with their own markup. Pure. */
export function linksIn(html: string): string[] {
  const decoded = decodeReferences(html, "all");
  const links: string[] = [];
  let from: number | undefined;
  for (const { kind, name, index, length } of readTags(decoded)) {
    if (name !== "a") continue;
    if (kind === "start") from = index + length;
    else if (from !== undefined) {
      links.push(decoded.slice(from, index));
      from = undefined;
    }
  }
  return links;
}
