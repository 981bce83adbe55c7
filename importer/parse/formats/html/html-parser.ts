import type { Parser } from "../../parser.ts";
import { parseHtmlPage } from "./parse-html-page.ts";
import { recognisesHtml } from "../../markup/html/recognises-html.ts";

/** HTML pages, one story each. */
export const htmlParser: Parser = {
  format: "html",
  recognises: ({ text, name, mediaType }) =>
    /^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType ?? "") || recognisesHtml(text, name),
  *parse(text, { baseUrl }) {
    const page = parseHtmlPage(text, baseUrl);
    yield page.kind === "story" ? page : { kind: "problem", problem: page.problem };
  },
};
