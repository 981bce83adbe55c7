import { isConsentBox, mayHoldStory } from "./boilerplate.ts";
import { surest, selectorOf, type Candidate } from "./candidate.ts";
import type { DescribedArticle } from "./find-article.ts";
import { leastStory } from "./least-story.ts";
import { isHidden } from "../../markup/html/element-signs.ts";
import type { Metas } from "./read-metas.ts";
import { comparable } from "../../phrases/comparable.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { isSameText } from "../../phrases/same-text.ts";
import {
  ancestorsOf,
  attribute,
  elementsIn,
  findElement,
  marksOf,
  textOf,
} from "../../markup/html/walk-tree.ts";

/** The headline of a page, and the heading that stands for it where readers look. */
export interface Headline {
  readonly headline?: Candidate<string>;
  readonly shown?: Candidate<string>;
}

/**
 * Finds the headline: the first visible heading if the page's data agree with it, otherwise the headline in the data.
 * Pure. Disagreement lowers the confidence.
 */
export function findHeadline(
  root: HtmlElement,
  metas: Metas,
  described: DescribedArticle | undefined,
): Headline {
  const told = titlesOf(root, metas, described);
  const shown = [...elementsIn(root)].flatMap((element) => shownHeadline(element, told) ?? []);
  const candidates = shown.map(({ element, value, rule, confidence }) => {
    const agreed = told.filter((title) => isSameText(title.value, value)).length;
    const certainty =
      agreed > 0
        ? confidence + 0.04 * Math.min(agreed, 2)
        : told.length > 0
          ? confidence - 0.3
          : confidence - 0.1;
    return { value, place: selectorOf(element), rule, confidence: certainty, elements: [element] };
  });
  const [headline, printed] = [surest([...candidates, ...told]), surest(candidates)];
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(printed === undefined ? {} : { shown: printed }),
  };
}

/** The titles that the page declares for machines, without the site's name. Pure. */
export function titlesOf(
  root: HtmlElement,
  metas: Metas,
  described: DescribedArticle | undefined,
): Candidate<string>[] {
  const site = metas.first("og:site_name")?.value ?? described?.publisher;
  const title = findElement(root, ({ name, parent }) => name === "title" && parent?.name !== "svg");
  const social = metas.first("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title");
  return [
    described?.headline === undefined
      ? []
      : {
          value: described.headline,
          place: `${described.place}.headline`,
          rule: "json-ld",
          confidence: 0.85,
        },
    social === undefined
      ? []
      : { value: withoutSite(social.value, site), place: social.place, rule: "meta", confidence: 0.75 },
    title === undefined || textOf(title) === ""
      ? []
      : { value: withoutSite(textOf(title), site), place: "title", rule: "page-title", confidence: 0.5 },
  ].flat();
}

function shownHeadline(
  element: HtmlElement,
  told: readonly Candidate<string>[],
): { element: HtmlElement; value: string; rule: string; confidence: number } | undefined {
  const isMarked =
    /(?:^|\s)(?:headline|name)(?:$|\s)/.test(attribute(element, "itemprop") ?? "") &&
    /^h[1-6]$/.test(element.name);
  const isCalled =
    /(?:article|story|post|entry|news|page)[_-]?(?:title|headline)|(?:^|[\s_-])(?:headline|titular|t[ií]tulo|titolo|titre|manchete)(?:$|\s)/.test(
      marksOf(element),
    );
  const isInTitle = /^h[23]$/.test(element.name) && isPartOf(textOf(element), told);
  if (
    element.name !== "h1" &&
    !isMarked &&
    !isInTitle &&
    !(isCalled && /^(?:h[2-3]|div|p|span|td)$/.test(element.name))
  )
    return undefined;
  if (isHidden(element) || [...ancestorsOf(element)].some(isElsewhere)) return undefined;
  const value = textOf(element);
  if (value === "" || value.length > 500) return undefined;
  if (element.name === "h1")
    return { element, value, rule: "first-heading", confidence: isMarked || isCalled ? 0.91 : 0.9 };
  return {
    element,
    value,
    rule: isMarked ? "microdata" : "headline-class",
    confidence: isMarked ? 0.85 : 0.8,
  };
}

/** Whether the page's own title contains a heading verbatim. */
const isPartOf = (text: string, told: readonly Candidate<string>[]): boolean =>
  comparable(text).length >= 10 && told.some(({ value }) => comparable(value).includes(comparable(text)));

const isElsewhere = (element: HtmlElement): boolean =>
  (/^(?:nav|footer|aside|dialog)$/.test(element.name) && !isAroundStory(element)) ||
  isHidden(element) ||
  isConsentBox(element);

/** "Bridge opens | The Daily" becomes "Bridge opens", and so does "The Daily - Bridge opens". */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|–—·»«:-]\s+|\s*[|_]\s*/);
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return title;
  const isSite = (part: string): boolean => site !== undefined && isSameText(part, site);
  if (isSite(last) || (site === undefined && last.length < 0.4 * title.length)) {
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·»«:_-]+$/, "");
  }
  return isSite(first)
    ? title.slice(title.indexOf(first) + first.length).replace(/^[\s|–—·»«:_-]+/, "")
    : title;
}

/** A navigation that was never closed holds the page; one with the name of the site as its heading holds no text. */
const isAroundStory = (element: HtmlElement): boolean =>
  mayHoldStory(element) &&
  [...elementsIn(element)].reduce((sum, part) => sum + (part.name === "p" ? textOf(part).length : 0), 0) >=
    leastStory;
