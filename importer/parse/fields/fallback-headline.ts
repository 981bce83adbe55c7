import { cleanLine } from "../cleaning/clean-line.ts";
import type { WireControl } from "../parsed-story.ts";
import type { FoundStory } from "./found-story.ts";
import type { Found } from "./found.ts";
import { textOfBody } from "../parsed-body.ts";

type PubStatus = WireControl["pubStatus"];

/**
 * Returns a headline for a story without one: its first words, or those below its picture, or its id if it only
 * withdraws another. Pure.
 */
export const fallbackHeadline = (
  found: FoundStory,
  pubStatus: PubStatus | undefined,
): Found<string> | undefined => headlineFromText(found) ?? headlineFromId(found, pubStatus);

const headlineLength = 80;

/** The first words of the text, cut at a word boundary. */
function headlineFromText({ body, summary }: FoundStory): Found<string> | undefined {
  const [first] = textOfBody(body.value).split("\n");
  const [caption] = body.value.pictures.flatMap(({ captions, altTexts }) => [...captions, ...altTexts]);
  const text = cleanLine(first) ?? summary?.value ?? caption?.text;
  if (text === undefined) return undefined;
  const cut = text.length <= headlineLength ? text : `${cutAtWord(text, headlineLength)}…`;
  return { value: cut, place: body.place, rule: "headline-from-text", confidence: 0.3 };
}

/** A withdrawal may name its story by id only, and must not get lost. */
function headlineFromId({ id }: FoundStory, pubStatus: PubStatus | undefined): Found<string> | undefined {
  if (id === undefined || pubStatus === undefined || pubStatus === "usable") return undefined;
  return { ...id, rule: "headline-from-id", confidence: 0.1 };
}

function cutAtWord(text: string, length: number): string {
  const cut = text
    .slice(0, length)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  return cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut;
}
