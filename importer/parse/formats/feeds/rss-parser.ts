import { orNoStories } from "../../fields/or-no-stories.ts";
import { piecesOfElement } from "../../fields/pieces-of-element.ts";
import { storyItem } from "../../fields/story-item.ts";
import type { Parser } from "../../parser.ts";
import { childOf } from "../../markup/xml/navigate.ts";
import { parseItems } from "../../markup/xml/parse-items.ts";
import { isWxr } from "../../markup/xml/is-wxr.ts";
import { rootOf } from "../../markup/xml/root-of.ts";
import { rssItem } from "./rss-item.ts";

/** RSS 0.90, 0.91 to 0.94, 1.0 (RDF) and 2.0, with the modules that news feeds use; podcast tags are ignored. */
export const rssParser: Parser = {
  format: "rss",
  recognises({ text }) {
    const root = rootOf(text);
    if (root?.name === "rss") return !isWxr(text);
    return root?.name === "rdf:RDF" && /\/rss\/1\.0\/|\/rdf\/simple\/0\.9\//.test(text);
  },
  *parse(text, { baseUrl }) {
    const items = parseItems(
      text,
      ({ name, parent }) => name === "item" && parent !== undefined && containers.has(parent.name),
      (item) => {
        const { parent } = item;
        // In RSS 1.0 and 0.90 the items are beside the channel, not in it.
        const channel = parent?.name === "channel" ? parent : childOf(parent, "channel");
        return [storyItem(rssItem(item, channel, baseUrl), piecesOfElement(item, baseUrl))];
      },
    );
    yield* orNoStories(items, "an RSS feed");
  },
};

const containers: ReadonlySet<string> = new Set(["channel", "rdf:RDF", "rss"]);
