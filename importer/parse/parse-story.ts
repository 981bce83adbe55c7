import { digestOf } from "../digest.ts";
import type { StoryText } from "../stages.ts";
import type { ParsedStory } from "./parsed-story.ts";
import { parseText } from "./text/parse-text.ts";
import { toldReading } from "./text/told-reading.ts";

/**
 * Returns what a story's text says. Pure. Parses only plain text: structured formats were parsed while being read. What
 * editors have said of the lines of a plain text is obeyed.
 */
export function parseStory({ text, contentHash, parsed, reading, told = [] }: StoryText): ParsedStory {
  // Of a format with structure, the text is not what the story was read from.
  if (told.length === 0 || contentHash !== digestOf(text)) return parsed ?? parseText(text, reading);
  const own = parseText(text, toldReading(told, reading));
  return parsed === undefined ? own : { ...own, ...ofArchive(parsed) };
}

/** What a web archive says of a text, which its lines do not. */
const ofArchive = ({ identity, canonicalUrl, versionCreated }: ParsedStory): Partial<ParsedStory> => ({
  ...(identity && { identity }),
  ...(canonicalUrl !== undefined && { canonicalUrl }),
  ...(versionCreated !== undefined && { versionCreated }),
});
