import { selectorOf, type Candidate } from "./candidate.ts";
import type { Page } from "./page.ts";
import { isSameText } from "../../phrases/same-text.ts";
import type { TextLeaf } from "./text-leaves.ts";
import { attribute, ancestorsOf, marksOf } from "../../markup/html/walk-tree.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";

const kickerMarks =
  /kicker|eyebrow|over-?line|overtitle|top-?line|roof-?line|dachzeile|surtitre|antetitulo|antetítulo|cintillo|occhiello|chapeu|(?:section|article|story)-?(?:label|flag|category)|supertitle|rubrik/;
const standfirstMarks =
  /stand-?first|sub-?(?:head|title|headline|titulo|heading)|(?:^|[\s_-])(?:dek|deck|strap(?:line)?|chapo|entradilla|sottotitolo|spot|bajada|vorspann|catenaccio|sommario|ingress|manchet|altbaşlık|anons)(?:$|[\s_-])/;
/** In the site's header of a story these mark the standfirst; among the paragraphs, the first of them. */
const leadMarks =
  /(?:^|[\s_-])(?:lead|lede|intro|summary|excerpt|description|abstract|teaser-text|sumario|resumen|lid)(?:$|[\s_-])/;

/** The texts between the headline and the body, or before the headline. */
export interface Standfirsts {
  readonly kicker?: Candidate<string>;
  readonly subHeadline?: Candidate<string>;
}

/**
 * Finds the kicker above the headline and the standfirst below it: by the page's class names, by repetition in its
 * data, and by a second heading. Pure.
 *
 * @param head The lines around the headline, up to the first paragraphs.
 * @param isInText Whether a line is among the paragraphs.
 */
export function findStandfirsts(
  page: Page,
  head: readonly TextLeaf[],
  isInText: (leaf: TextLeaf) => boolean,
): Standfirsts {
  const headlineAt = head.findIndex(({ element }) => element === page.headline);
  const kicker = head.find(
    ({ element, length, linkShare }) =>
      element !== page.headline &&
      length <= 80 &&
      isCalled(element, kickerMarks) &&
      (linkShare <= 1 || length > 0),
  );
  const below = head.slice(headlineAt + 1);
  const written = page.described?.description ?? page.metas.first("og:description", "description")?.value;
  // A truncated first paragraph is not a description.
  const description = written !== undefined && /(?:…|\.\.\.|\[…\])$/.test(written) ? undefined : written;
  const called = below.find(({ element, length }) => length >= 15 && isStandfirst(element));
  const lead = below.find((leaf) => leaf.length >= 15 && isCalledLead(leaf.element) && !isInText(leaf));
  const repeated = below.find(
    (leaf) =>
      description !== undefined && leaf.length >= 25 && !isInText(leaf) && isSameText(leaf.text, description),
  );
  const heading =
    below[0] !== undefined &&
    /^h[2-4]$/.test(below[0].element.name) &&
    below[0].length >= 25 &&
    headlineAt >= 0
      ? below[0]
      : undefined;
  const subHeadline =
    toCandidate(called, "standfirst-class", 0.9) ??
    toCandidate(repeated, "same-as-description", 0.85) ??
    toCandidate(lead, "lead-class", 0.75) ??
    toCandidate(heading, "heading-below-headline", 0.7);
  const printed = toCandidate(kicker, "kicker-class", 0.85);
  return { ...(printed ? { kicker: printed } : {}), ...(subHeadline ? { subHeadline } : {}) };
}

const isStandfirst = (element: HtmlElement): boolean =>
  isCalled(element, standfirstMarks) || /alternativeHeadline/i.test(attribute(element, "itemprop") ?? "");

/** The element or its immediate surroundings, except the head of the story as a whole. */
const isCalled = (element: HtmlElement, marks: RegExp): boolean =>
  [
    element,
    ...[...ancestorsOf(element)]
      .slice(0, 1)
      .filter(({ name }) => !/^(?:header|article|main|body)$/.test(name)),
  ].some((at) => marks.test(marksOf(at)));

/** The element itself, or a wrapper with nothing else in it. */
const isCalledLead = (element: HtmlElement): boolean =>
  leadMarks.test(marksOf(element)) ||
  (element.parent !== undefined &&
    leadMarks.test(marksOf(element.parent)) &&
    element.parent.children.filter(({ kind }) => kind === "element").length === 1);

function toCandidate(
  leaf: TextLeaf | undefined,
  rule: string,
  confidence: number,
): Candidate<string> | undefined {
  if (leaf === undefined) return undefined;
  return { value: leaf.text, place: selectorOf(leaf.element), rule, confidence, elements: [leaf.element] };
}
