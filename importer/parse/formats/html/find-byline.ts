import { sentenceBreak } from "../../../sentence-break.ts";
import { findSource } from "../../authority/find-source.ts";
import { boilerplateSignOf } from "../../lexicons/boilerplate.ts";
import { matchKey } from "../../lexicons/match-key.ts";
import { endsSentence } from "../../phrases/line-shape.ts";
import { selectorOf, type Candidate } from "./candidate.ts";
import { isHidden } from "../../markup/html/element-signs.ts";
import { detailsOf } from "./details-of.ts";
import type { Page } from "./page.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { isSameText } from "../../phrases/same-text.ts";
import { readPrintedByline } from "../../phrases/read-printed-byline.ts";
import { bylineIn, splitNames } from "../../phrases/split-names.ts";
import { ancestorsOf, attribute, findElement, marksOf, textOf } from "../../markup/html/walk-tree.ts";

/** The authors of a story. */
export interface Byline {
  /** As printed, without a label; as in the data if nothing is printed. */
  readonly printed: string;
  /** Names of people. */
  readonly names: readonly string[];
}

/**
 * Finds the story's authors: as printed if the page shows them, checked against its data. Pure.
 *
 * @param lines Elements that appear as lines of text between the headline and the first paragraph.
 * @param below Elements right below the last paragraph.
 */
export function findByline(
  page: Page,
  lines: readonly HtmlElement[],
  below: readonly HtmlElement[],
): Candidate<Byline> | undefined {
  const told = toldBy(page);
  const shown = [
    ...page.nearby.flatMap((element) => calledByline(element, hasTwo(element)) ?? []),
    ...[...lines, ...below].flatMap((line) => labelled(line) ?? []),
    ...below.flatMap((line) => signature(line) ?? []),
  ];
  const isTold = ({ value }: Candidate<Byline>): boolean =>
    told?.value.names.some((name) => value.printed.includes(name) || isSameText(name, value.printed)) ??
    false;
  const countOf = ({ value }: Candidate<Byline>): number =>
    told?.value.names.filter((name) => value.printed.includes(name)).length ?? 0;
  // Of several that name an author, the one that names the most.
  const agreed = shown.filter(isTold).toSorted((a, b) => countOf(b) - countOf(a))[0];
  if (agreed !== undefined && told !== undefined) {
    const names = told.value.names.length > 0 ? told.value.names : agreed.value.names;
    return { ...agreed, value: { printed: agreed.value.printed, names }, confidence: 0.97 };
  }
  const [first] = shown;
  if (first === undefined || told === undefined) return first ?? told;
  // The printed byline and the data differ: one of them is wrong, or names the desk.
  const person = shown.find(({ value }) => readPrintedByline(value.printed).name !== undefined);
  return person === undefined
    ? { ...told, confidence: 0.6, elements: first.elements ?? [] }
    : { ...person, confidence: Math.min(0.6, person.confidence) };
}

const nobody = /^(?:admin|administrator|webmaster|root|editor|user\d*|default|none|n\/a|guest)$/i;

function toldBy({ root, described, metas }: Page): Candidate<Byline> | undefined {
  const title = findElement(root, ({ name }) => name === "title");
  // If the page does not name its site, the end of its title does.
  const last =
    title === undefined
      ? undefined
      : textOf(title)
          .split(/\s[–—-]\s|\s*[|_·]\s*/)
          .at(-1);
  const site = described?.publisher ?? metas.first("og:site_name")?.value ?? last;
  const authors = (described?.authors ?? []).filter(({ name }) => !nobody.test(name) && !isSite(name, site));
  if (authors.length > 0) {
    const people = authors.filter(({ name, isPerson }) => isPerson && findSource(name) === undefined);
    const printed = authors.map(({ name }) => name).join(", ");
    const value = { printed, names: people.map(({ name }) => name) };
    return { value, place: `${described?.place}.author`, rule: "json-ld", confidence: 0.9 };
  }
  const meta = metas.first(
    "author",
    "byl",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
  );
  const printed = bylineIn(meta?.value ?? "");
  if (
    meta === undefined ||
    printed === "" ||
    /^https?:/.test(meta.value) ||
    nobody.test(printed) ||
    isSite(printed, site)
  ) {
    return undefined;
  }
  return { value: { printed, names: peopleIn(printed) }, place: meta.place, rule: "meta", confidence: 0.8 };
}

const isSite = (name: string, site: string | undefined): boolean =>
  site !== undefined && isSameText(name, site);

const peopleIn = (printed: string): string[] =>
  splitNames(printed).filter((name) => findSource(name) === undefined);

const marks =
  /(?:^|[\s_-])(?:byline|by-line|authors?|writers?|reporters?|autor(?:en|es)?|auteurs?|verfasser|yazar|muhabir|posted-by|article-author)(?:$|[\s_-]|name)/;
const longestByline = 160;

/** Whether it contains two marked authors, and is therefore the line that names them all. */
const hasTwo = (element: HtmlElement): boolean =>
  element.children.filter((child) => child.kind === "element" && isMarkedAuthor(child)).length > 1;

const isMarkedAuthor = (element: HtmlElement): boolean =>
  /(?:^|\s)author(?:$|\s)/.test(`${attribute(element, "rel") ?? ""} ${attribute(element, "itemprop") ?? ""}`);

function calledByline(element: HtmlElement, isAroundMarked: boolean): Candidate<Byline> | undefined {
  const isMarked = isAroundMarked || isMarkedAuthor(element);
  if (!(isMarked || marks.test(marksOf(element))) || isHidden(element) || element.name === "meta")
    return undefined;
  if ([...ancestorsOf(element)].some(({ name }) => name === "figure" || name === "blockquote"))
    return undefined;
  // The card below a story describes its author; the names are in the head.
  if (/(?:^|[\s_-])(?:bio|about|box)(?:$|[\s_-])/.test(marksOf(element))) return undefined;
  const text = textOf(element);
  const printed = text.length > longestByline ? "" : bylineIn(text);
  if (printed === "" || nobody.test(printed)) return undefined;
  const names = peopleIn(printed);
  // "Author" may be printed beside anything; without a name it is not a byline.
  if (names.length === 0 && findSource(printed) === undefined) return undefined;
  const rule = isMarked ? "author-marked" : "byline-class";
  return {
    value: { printed, names },
    place: selectorOf(element),
    rule,
    confidence: 0.85,
    elements: [element],
  };
}

const twoSentences = new RegExp(sentenceBreak, "u");

/** "By Jane Doe" on its own line or among other details, "記者許文強／青石報導" in one. */
function labelled(element: HtmlElement): Candidate<Byline> | undefined {
  const text = textOf(element);
  if (text.length > 100) return undefined;
  // In a sentence the parts are words, and the editor of a page is not the author of its stories.
  const details = endsSentence(text) ? [] : detailsOf(element).filter((detail) => !isOfPage(detail));
  return [text, ...details].map((line) => labelledIn(line, element)).find((found) => found !== undefined);
}

const isOfPage = (detail: string): boolean => boilerplateSignOf(matchKey(detail)) !== undefined;

function labelledIn(text: string, element: HtmlElement): Candidate<Byline> | undefined {
  const how = { place: selectorOf(element), rule: "byline-prefix", confidence: 0.75, elements: [element] };
  // In a sentence it is part of the text.
  const reporter = twoSentences.test(text) ? undefined : hanReporter.exec(text)?.[1];
  if (reporter !== undefined) return { ...how, value: { printed: reporter, names: [reporter] } };
  const printed = bylineIn(text);
  const isLabelled = printed !== "" && !text.startsWith(printed.slice(0, 4)) && text.indexOf(printed) <= 20;
  // "heritage reporter" after the name is her job.
  const names = isLabelled ? peopleIn(printed).filter((name) => /^\p{Lu}|^\p{Lo}/u.test(name)) : [];
  return names.length === 0 || text.length > printed.length + 40
    ? undefined
    : { ...how, value: { printed, names } };
}

const hanReporter = /(?:記者|记者)\s?(\p{Script=Han}{2,4})(?=[／/\s）)]|报道|報導|報道|$)/u;

/** A name alone below the text, set apart like a signature. */
function signature(element: HtmlElement): Candidate<Byline> | undefined {
  const text = textOf(element);
  const isApart =
    attribute(element, "align") === "right" ||
    element.children.every(
      (child) => textOf(child) === "" || (child.kind === "element" && /^(?:b|strong|em|i)$/.test(child.name)),
    );
  if (!isApart || !capitalised.test(text) || peopleIn(text).length !== 1) return undefined;
  const value = { printed: text, names: [text] };
  return { value, place: selectorOf(element), rule: "signature", confidence: 0.6, elements: [element] };
}

const capitalised = /^\p{Lu}[\p{L}\p{M}.'’-]+(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u;
