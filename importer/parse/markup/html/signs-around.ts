import { raisedOrLowered } from "../../raised-or-lowered.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";

/** Outer and inner quotation marks, by language; English ones elsewhere. */
const quotationMarks: Readonly<Record<string, readonly [outer: string, inner: string]>> = {
  cs: ["„“", "‚‘"],
  de: ["„“", "‚‘"],
  fa: ["«»", "‹›"],
  fr: ["«»", "“”"],
  es: ["«»", "“”"],
  it: ["«»", "“”"],
  ja: ["「」", "『』"],
  pl: ["„”", "‚’"],
  ru: ["«»", "„“"],
  uk: ["«»", "„“"],
  zh: ["“”", "‘’"],
};
const elsewhere = ["“”", "‘’"] as const;

/** The signs that browsers show around an element's words: quotation marks, and parentheses around a reading. Pure. */
export function signsAround(element: HtmlElement): readonly [before: string, after: string] {
  if (element.name === "rt") return ["(", ")"];
  // Some write the marks themselves, as NITF's writers do.
  if (element.name !== "q" || opening.test(beginningOf(element))) return ["", ""];
  let depth = 0;
  let language = "";
  for (let at: HtmlElement | undefined = element; at !== undefined; at = at.parent) {
    if (at.name === "q") depth += 1;
    language ||= at.attributes.get("lang")?.split("-")[0]?.trim().toLowerCase() ?? "";
  }
  const [outer, inner] = quotationMarks[language] ?? elsewhere;
  const marks = depth % 2 === 1 ? outer : inner;
  return [marks.slice(0, 1), marks.slice(1)];
}

const opening = /^\s*["'“”„«»‹›「『‘‚]/u;

const beginningOf = (node: HtmlNode): string =>
  node.kind === "text" ? node.text : node.children.slice(0, 1).map(beginningOf).join("");

/** The words of an element on a line without marks: quotations keep their signs, and raised numbers their place. Pure. */
export function plainWords(element: HtmlElement, inside: string): string {
  if (element.name === "sup" || element.name === "sub") return raisedOrLowered(inside, element.name);
  const [before, after] = signsAround(element);
  return `${before}${inside}${after}`;
}
