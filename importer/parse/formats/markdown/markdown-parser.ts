import type { Parser } from "../../parser.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { recognisesMarkdown } from "./recognises-markdown.ts";

/** Markdown, with or without front matter: one story. */
export const markdownParser: Parser = {
  format: "markdown",
  recognises: ({ text, name, mediaType }) =>
    /^text\/(?:x-)?markdown$/.test(mediaType ?? "") || recognisesMarkdown(text, name),
  *parse(text) {
    yield { kind: "story", story: parseMarkdown(text) };
  },
};
