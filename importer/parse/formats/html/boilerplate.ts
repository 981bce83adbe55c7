import { marksOf, attribute, findElement } from "../../markup/html/walk-tree.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { boilerplateLines } from "./boilerplate-words.ts";
import { type PageName, pageNameOf } from "./page-names.ts";

/** Which parts of a page belong to the page and not to its story. All pure. */

/** Why an element, with everything in it, seems to surround the story rather than belong to it. */
export interface Verdict {
  /** What it takes to overrule it. */
  readonly yields: PageName["yields"];
  /** The class name or id that decided, if it was one. */
  readonly name?: string;
}

const names = new Set("nav footer aside dialog menu select button".split(" "));
const dialogs = new Set(["dialog", "alertdialog"]);
const roles = new Set(
  "navigation banner contentinfo complementary search menu menubar toolbar tablist form".split(" "),
);

/** The verdict on an element by its element name, its role or its class names; `undefined` if none speaks against it. */
export function verdictOn(element: HtmlElement): Verdict | undefined {
  if (names.has(element.name)) return { yields: "to-page-inside" };
  const role = attribute(element, "role")?.toLowerCase() ?? "";
  if (dialogs.has(role) || attribute(element, "aria-modal") === "true") return { yields: "to-page-inside" };
  // Some systems wrap the whole page in one form.
  if (element.name === "form" || roles.has(role)) return { yields: "to-most-of-page" };
  if (element.name === "header") return hasHeadline(element) ? undefined : { yields: "to-page-inside" };
  if (/^(?:body|html|main|article)$/.test(element.name) || isArticleBody(element)) return undefined;
  const named = pageNameOf(marksOf(element));
  if (named === undefined) return undefined;
  const { row, name } = named;
  return row.kind !== "consent" && hasHeadline(element) ? undefined : { yields: row.yields, name };
}

/** Whether an element asks readers to agree to something, in any layout: it is never the story. */
export const isConsentBox = (element: HtmlElement): boolean =>
  pageNameOf(marksOf(element))?.row.kind === "consent" && !holdsPage(element);

/** Whether a page marks an element as the text of its story. */
export const isArticleBody = (element: HtmlElement): boolean =>
  /(?:^|\s)articleBody(?:$|\s)/i.test(attribute(element, "itemprop") ?? "");

/** Whether an element holds what only a page has: it may be named after one of its parts, or was never closed. */
const holdsPage = (element: HtmlElement): boolean =>
  findElement(
    element,
    (part) =>
      part !== element &&
      (part.name === "main" ||
        isArticleBody(part) ||
        (part.name === "article" && pageNameOf(marksOf(part))?.row.kind !== "comments")),
  ) !== undefined;

/** Whether an element that is out by its name may hold the story: the page itself is in it, or it has the headline. */
export const mayHoldStory = (element: HtmlElement): boolean =>
  holdsPage(element) || (names.has(element.name) && hasHeadline(element));

/** A page header contains no headline; a story header does. */
const hasHeadline = (element: HtmlElement): boolean =>
  findElement(element, ({ name }) => name === "h1") !== undefined;

/** Whether a line of text is of the kind that pages insert between paragraphs: "Read also", "Advertisement". */
export const isBoilerplateLine = (text: string): boolean => text.length <= 300 && boilerplateLines.test(text);
