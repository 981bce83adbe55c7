import { orNoStories } from "../../fields/or-no-stories.ts";
import { piecesOfElement } from "../../fields/pieces-of-element.ts";
import { storyItem } from "../../fields/story-item.ts";
import type { Parser } from "../../parser.ts";
import { parseItems } from "../../markup/xml/parse-items.ts";
import { rootOf } from "../../markup/xml/root-of.ts";
import { atomEntry } from "./atom-entry.ts";

/** Atom 1.0 and 0.3: feeds and single entries. */
export const atomParser: Parser = {
  format: "atom",
  recognises: ({ text }) => /^atom:(?:feed|entry)$/.test(rootOf(text)?.name ?? ""),
  *parse(text, { baseUrl }) {
    const items = parseItems(
      text,
      ({ name, parent }) => name === "atom:entry" && (parent === undefined || parent.name === "atom:feed"),
      (entry) => [storyItem(atomEntry(entry, baseUrl), piecesOfElement(entry, baseUrl))],
    );
    yield* orNoStories(items, "an Atom feed");
  },
};
