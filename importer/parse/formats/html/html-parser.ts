import type { Parser } from "../../parser.ts";
import { parseHtmlPage } from "./parse-html-page.ts";
import { recognisesHtml } from "../../markup/html/recognises-html.ts";

/** Servers that know no better call everything that; JSON is told from its first character. */
const servedAs = /^(?:text\/html|application\/xhtml\+xml)$/;

/** HTML pages, one story each. */
export const htmlParser: Parser = {
  format: "html",
  recognises: ({ text, name, mediaType }) =>
    recognisesHtml(text, name) || (servedAs.test(mediaType ?? "") && !/^[\uFEFF\s]*[{[]/.test(text)),
  *parse(text, { baseUrl }) {
    const page = parseHtmlPage(text, baseUrl);
    yield page.kind === "story" ? page : { kind: "problem", problem: page.problem };
  },
};
