import { comparable } from "../../phrases/comparable.ts";
import { isArticleBody } from "./boilerplate.ts";
import { leastStory } from "./least-story.ts";
import type { Leaf, TextLeaf } from "./text-leaves.ts";
import { ancestorsOf } from "../../markup/html/walk-tree.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";

/** The paragraphs that surely belong to the story, and the evidence. */
export interface Seeds {
  readonly leaves: ReadonlySet<TextLeaf>;
  readonly rule: "same-as-article-body" | "marked-article-body" | "readability" | "densest-text";
  readonly confidence: number;
}

/**
 * Finds the paragraphs that surely belong to the story: those that the page's structured data repeat; else those in
 * what it marks as the body; else those that Readability picks, unless it misses most of the densest text. Pure.
 */
export function findSeeds(
  leaves: readonly Leaf[],
  votes: ReadonlySet<HtmlElement>,
  articleBody: string | undefined,
): Seeds {
  const texts = leaves.filter((leaf): leaf is TextLeaf => leaf.kind === "text" && !leaf.isBoilerplate);
  const voted = texts.filter((leaf) => isTelling(leaf) && votes.has(leaf.element));
  const densest = densestOf(texts);

  const repeated = articleBody === undefined ? [] : repeatedIn(texts, articleBody);
  if (lettersOf(repeated) >= leastStory) {
    // Structured data often hold only the beginning: siblings of those paragraphs belong to the story too.
    const parents = new Set(repeated.map(({ element }) => element.parent));
    const beside = voted.filter(({ element }) => parents.has(element.parent));
    return { leaves: new Set([...repeated, ...beside]), rule: "same-as-article-body", confidence: 0.98 };
  }
  const marked = texts.filter(
    (leaf) => isTelling(leaf) && [leaf.element, ...ancestorsOf(leaf.element)].some(isArticleBody),
  );
  if (lettersOf(marked) >= leastStory) {
    return { leaves: new Set(marked), rule: "marked-article-body", confidence: 0.95 };
  }
  const agreed = densest.filter((leaf) => voted.includes(leaf));
  if (lettersOf(voted) >= leastStory && weightOf(agreed) >= 0.5 * weightOf(densest)) {
    return { leaves: new Set(voted), rule: "readability", confidence: 0.9 };
  }
  return { leaves: new Set(densest), rule: "densest-text", confidence: 0.6 };
}

/** A whole sentence or a long line: dates, labels and buttons are neither, and do not vote. */
const isTelling = ({ weight, length }: TextLeaf): boolean => weight >= 25 || (weight >= 12 && length >= 60);

function repeatedIn(leaves: readonly TextLeaf[], articleBody: string): TextLeaf[] {
  const body = comparable(articleBody.slice(0, longestBody));
  return leaves.slice(0, mostLines).filter((leaf) => {
    const own = comparable(leaf.text);
    return own.length >= 12 && leaf.linkShare < 0.9 && body.includes(own);
  });
}

/** No story is longer; a longer one must not cost more. */
const longestBody = 200_000;
const mostLines = 5_000;

/** The weightiest continuous text: that of an element and, at half weight, of the elements in it. */
function densestOf(leaves: readonly TextLeaf[]): TextLeaf[] {
  const scores = new Map<HtmlElement, number>();
  for (const { element, weight } of leaves) {
    let share = weight;
    for (const around of [element, ...ancestorsOf(element)].slice(0, 4)) {
      scores.set(around, (scores.get(around) ?? 0) + share);
      if (around !== element) share *= 0.6;
    }
  }
  let best: HtmlElement | undefined;
  for (const [element, score] of scores)
    if (best === undefined || score > (scores.get(best) ?? 0)) best = element;
  return leaves.filter(
    (leaf) => isTelling(leaf) && [leaf.element, ...ancestorsOf(leaf.element)].some((at) => at === best),
  );
}

const lettersOf = (leaves: Iterable<TextLeaf>): number =>
  Iterator.from(leaves).reduce((sum, { length }) => sum + length, 0);
const weightOf = (leaves: Iterable<TextLeaf>): number =>
  Iterator.from(leaves).reduce((sum, { weight }) => sum + weight, 0);
