import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { ancestorsOf, elementsIn, marksOf } from "../../markup/html/walk-tree.ts";
import type { PictureBase } from "../../pictures/picture-location.ts";
import type { DescribedArticle } from "./find-article.ts";
import type { Metas } from "./read-metas.ts";

/** All inputs from which the fields of a story are read. */
export interface Page {
  readonly root: HtmlElement;
  readonly metas: Metas;
  readonly described: DescribedArticle | undefined;
  /** Where relative addresses lead: where the page was published. */
  readonly baseUrl: string | undefined;
  /** Which of its pictures may be files beside it, which is another place. */
  readonly pictureFiles: PictureBase["files"];
  readonly headline: HtmlElement | undefined;
  /** Elements that may describe the story: from a little before the headline to a little after the end. */
  readonly nearby: readonly HtmlElement[];
}

const before = 40;
const after = 60;

/**
 * Returns the elements from a little before the headline to a little after the text, except those that belong to
 * other stories, to comments, or to the page footer. Pure.
 */
export function elementsNear(
  root: HtmlElement,
  headline: HtmlElement | undefined,
  text: ReadonlySet<HtmlElement>,
): HtmlElement[] {
  const all = [...elementsIn(root)];
  const places = all.flatMap((element, place) => (text.has(element) ? [place] : []));
  const [first = 0, last = all.length] = [places[0], places.at(-1)];
  const headlineAt = headline === undefined ? -1 : all.indexOf(headline);
  const start = headlineAt >= 0 && headlineAt < first ? headlineAt : first;
  return all
    .slice(Math.max(0, start - before), last + after)
    .filter((element) => ![element, ...ancestorsOf(element)].some(isElsewhere));
}

const elsewhere =
  /comment|disqus|related|recommend|most-?(?:read|popular)|teaser|newsletter|(?:^|[\s_-])(?:card|sidebar|footer)(?:$|[\s_-])/;

const isElsewhere = (element: HtmlElement): boolean =>
  /^(?:nav|footer)$/.test(element.name) ||
  (!/^(?:body|html|main|article)$/.test(element.name) && elsewhere.test(marksOf(element)));
