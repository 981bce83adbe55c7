import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { ancestorsOf, elementsIn, marksOf, textOf } from "../../markup/html/walk-tree.ts";
import type { Leaf, TextLeaf } from "./text-leaves.ts";

/** The posts of a live blog. */
export interface Posts {
  /** The posts themselves. */
  readonly elements: ReadonlySet<HtmlElement>;
  /** The lines that say when each was written, as headings of it. */
  readonly times: ReadonlySet<HtmlElement>;
  /** Headings that stand with the time, where a page keeps what is not its story. */
  readonly headings: ReadonlySet<HtmlElement>;
}

/**
 * Finds the posts of a live blog: elements beside each other, alike, each with a time, and with sure paragraphs in them.
 * The time of a post is part of the story; that of a page is not. Pure.
 */
export function findPosts(leaves: readonly Leaf[], seeds: ReadonlySet<TextLeaf>): Posts {
  const elements = postsAround(seeds);
  const texts = leaves.filter((leaf): leaf is TextLeaf => leaf.kind === "text");
  const times = new Set<HtmlElement>();
  const headings = new Set<HtmlElement>();
  for (const { element, text } of texts) {
    const around = [element, ...ancestorsOf(element)];
    if (!around.some((at) => elements.has(at))) continue;
    if (text.length <= longestTime && hasTime(element)) times.add(element);
    else if (/^h[2-6]$/.test(element.name) && element.parent?.name === "header") headings.add(element);
  }
  return { elements, times, headings };
}

function postsAround(seeds: ReadonlySet<TextLeaf>): ReadonlySet<HtmlElement> {
  const posts = new Set<HtmlElement>();
  const holders = new Set<HtmlElement>();
  for (const { element } of seeds) for (const at of [element, ...ancestorsOf(element)]) holders.add(at);
  for (const holder of holders) {
    const children = holder.children.filter((child) => child.kind === "element");
    for (const alike of Map.groupBy(children, shapeOf).values()) {
      // Before their times are looked for, which takes reading all of each.
      if (alike.filter((post) => holders.has(post)).length < 2) continue;
      const timed = alike.filter(hasTime);
      if (timed.filter((post) => holders.has(post)).length > 1) for (const post of timed) posts.add(post);
    }
  }
  return posts;
}

/** The name and the first class: a post that is pinned or important has more classes than others. */
const shapeOf = (element: HtmlElement): string =>
  `${element.name}.${(element.attributes.get("class")?.trim().split(/\s+/)[0] ?? "").replace(/\d+/g, "0")}`;

/** Whether an element has a time of day in it that is marked as one, or a word of how long ago it was. */
function hasTime(element: HtmlElement): boolean {
  for (const part of elementsIn(element)) {
    const isMarked = part.name === "time" || timeMarks.test(marksOf(part));
    const text = isMarked ? textOf(part) : "";
    if (text.length <= longestTime && (timeOfDay.test(text) || (part.name === "time" && ago.test(text))))
      return true;
  }
  return false;
}

const timeMarks =
  /(?:^|[\s_-])(?:time|timestamp|datetime|date|clock|zeit|uhrzeit|hora|heure|ora|saat)(?:$|[\s_-])/;

const longestTime = 60;

const timeOfDay =
  /\p{Nd}{1,2}\s?[:.hH٫]\s?\p{Nd}{2}(?![\p{Nd}.])|^\p{Nd}{1,2}\s?(?:[ap]\.?m|uhr|h)(?!\p{L})/iu;
/** "5 minutes ago", "vor 5 Minuten", "منذ 5 دقائق". */
const ago = /^\D{0,12}\p{Nd}{1,2}\s?\p{L}{1,12}(?:\s\p{L}{1,12})?$/u;
