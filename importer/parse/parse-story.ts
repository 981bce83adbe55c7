import type { StoryText } from "../stages.ts";
import type { ParsedStory } from "./parsed-story.ts";
import { parseText } from "./text/parse-text.ts";

/**
 * Returns what a story's text says. Pure. Parses only plain text: structured formats were parsed while being read.
 */
export const parseStory = ({ text, parsed, reading }: StoryText): ParsedStory =>
  parsed ?? parseText(text, reading);
