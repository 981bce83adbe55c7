import type { StoryText } from "../stages.ts";
import type { ParsedStory } from "./parsed-story.ts";
import { parseText } from "./text/parse-text.ts";

/** What a story's text says. Pure. Of plain text only: what its format has told was parsed while it was read. */
export const parseStory = ({ text, parsed }: StoryText): ParsedStory => parsed ?? parseText(text);
