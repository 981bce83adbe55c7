import type { ParsedPicture } from "../parsed-story.ts";
import { emptyBody } from "../parsed-body.ts";
import { leadWith } from "../pictures/merge-pictures.ts";
import type { FoundStory } from "./found-story.ts";

/**
 * Makes a story of an item that is a picture, or several, and nothing else: the first leads it, and there is no text.
 * Without a headline of its own it is named after the caption. Pure.
 *
 * Who took a picture, whom it is credited to and what it shows are told of the picture, and not again of the story.
 */
export function pictureStory(found: FoundStory, pictures: readonly ParsedPicture[]): FoundStory {
  const { byline: _b, creators: _c, summary: _s, sourceLine: _l, body, ...about } = found;
  const { body: value, leadPicture } = leadWith(emptyBody, pictures);
  return { ...about, body: { ...body, value }, leadPicture };
}
