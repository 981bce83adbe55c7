import { orNoStories } from "../../fields/or-no-stories.ts";
import { piecesOfElement } from "../../fields/pieces-of-element.ts";
import { storyItem } from "../../fields/story-item.ts";
import type { Parser } from "../../parser.ts";
import { parseItems } from "../../markup/xml/parse-items.ts";
import { rootOf } from "../../markup/xml/root-of.ts";
import { nitfStory } from "../../nitf/nitf-story.ts";

/** NITF 3: one document per input. */
export const nitfParser: Parser = {
  format: "nitf",
  recognises({ text }) {
    const root = rootOf(text);
    return root?.name === "nitf";
  },
  *parse(text, { baseUrl }) {
    const items = parseItems(
      text,
      ({ name }) => name === "nitf",
      (nitf) => [storyItem(nitfStory(nitf, baseUrl), piecesOfElement(nitf, baseUrl))],
    );
    yield* orNoStories(items, "NITF");
  },
};
