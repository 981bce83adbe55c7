import { orNoStories } from "../../fields/or-no-stories.ts";
import { readJson } from "../../fields/read-json.ts";
import { piecesOfJson } from "../../fields/pieces-of-json.ts";
import { pictureStory } from "../../fields/picture-story.ts";
import { storyItem, unsupported } from "../../fields/story-item.ts";
import type { ParsedItem, Parser } from "../../parser.ts";
import { z } from "zod";
import { isPictureType } from "../../pictures/is-picture.ts";
import { associationsOf, ninjsPicture } from "./ninjs-pictures.ts";
import { ninjsItem, withLowerNames } from "./ninjs-shape.ts";
import { ninjsStory } from "./ninjs-story.ts";

/** Fields that a ninjs text item has in some version, and that other JSON is unlikely to have. */
const telling =
  /"(?:pubstatus|pubStatus|versioncreated|versionCreated|body_(?:html|text|xhtml|nitf)|bodies|headlines|representationtype|representationType|infosources?|infoSources|usageterms|usageTerms)"\s*:/;

const items = z.array(z.unknown()).optional().catch(undefined);
const answer = z.object({
  uri: z.unknown().optional(),
  guid: z.unknown().optional(),
  item: items,
  items,
  _items: items,
});

/** ninjs 1.0 to 3.1: one item, a list of items, or a service's response. */
export const ninjsParser: Parser = {
  format: "ninjs",
  recognises: ({ text }) =>
    /^\uFEFF?\s*[{[]/.test(text) && /"(?:uri|guid)"\s*:\s*"/.test(text) && telling.test(text),
  *parse(text, { baseUrl }) {
    yield* orNoStories(parseInput(text, baseUrl), "ninjs");
  },
};

function* parseInput(text: string, baseUrl: string | undefined): Generator<ParsedItem> {
  const read = readJson(text);
  if (read.kind === "broken") {
    yield { kind: "problem", problem: read.problem };
    return;
  }
  const value = listIn(withLowerNames(read.value));
  if (!Array.isArray(value)) yield* parseItem(value, "", baseUrl);
  else for (const [index, item] of value.entries()) yield* parseItem(item, `[${index}].`, baseUrl);
}

/** A service's response: the items under a name of their own, beside a count. */
function listIn(value: unknown): unknown {
  const list = answer.safeParse(value);
  if (!list.success || list.data.uri !== undefined || list.data.guid !== undefined) return value;
  return list.data.item ?? list.data.items ?? list.data._items ?? value;
}

function* parseItem(value: unknown, at: string, baseUrl: string | undefined): Generator<ParsedItem> {
  const item = ninjsItem.safeParse(value);
  if (!item.success) {
    yield unsupported(
      `The JSON at ${at === "" ? "the top" : at.slice(0, -1)} is not a ninjs item: it has no uri`,
    );
    return;
  }
  const type = item.data.type?.toLowerCase() ?? "text";
  const story = ninjsStory(item.data, at, baseUrl);
  const picture = isPictureType(type) === true ? ninjsPicture(item.data, undefined, baseUrl) : undefined;
  if (picture !== undefined) {
    yield storyItem(pictureStory(story, [picture]), piecesOfJson(value, at.replace(/\.$/, ""), baseUrl));
    return;
  }
  if (type === "text" || story.body.value.blocks.length > 0) {
    yield storyItem(story, piecesOfJson(value, at.replace(/\.$/, ""), baseUrl));
    return;
  }
  // A package is no story; the stories in it are.
  const texts = associationsOf(item.data, at).filter(
    (part) => (part.item.type ?? "text").toLowerCase() === "text",
  );
  for (const part of texts)
    yield storyItem(
      ninjsStory(part.item, `${part.place}.`, baseUrl),
      piecesOfJson(part.item, part.place, baseUrl),
    );
  if (texts.length === 0) yield unsupported(`The item "${item.data.uri}" is of type "${type}", not text`);
}
