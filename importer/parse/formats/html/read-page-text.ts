import { cleanLine } from "../../cleaning/clean-line.ts";
import { adoptCaptions } from "../../markup/html/adopt-captions.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { treeToBlocks } from "../../markup/html/tree-to-blocks.ts";
import { ancestorsOf, textOf } from "../../markup/html/walk-tree.ts";
import type { BlocksAndPictures } from "../../parsed-body.ts";
import { textOfBlocks } from "../../text-of-block.ts";
import { comparable } from "../../phrases/comparable.ts";
import type { Candidate } from "./candidate.ts";
import { dropPageLines } from "./drop-page-lines.ts";
import { type Byline, findByline } from "./find-byline.ts";
import { findMainContent } from "./find-main-content.ts";
import { findPosts } from "./find-posts.ts";
import { findSeeds } from "./find-seeds.ts";
import { type Standfirsts, findStandfirsts } from "./find-standfirst.ts";
import { type Page, elementsNear } from "./page.ts";
import { pruneTree } from "./prune-tree.ts";
import { type Leaf, type TextLeaf, leavesOf } from "./text-leaves.ts";
import { voteByReadability } from "./vote-by-readability.ts";

/** The visible part of a story: its text and the texts around the headline. */
export interface PageText {
  readonly page: Page;
  readonly content: Candidate<BlocksAndPictures>;
  readonly byline?: Candidate<Byline>;
  readonly standfirsts: Standfirsts;
  /** The lines between the headline and the text, including those that are not part of it. */
  readonly linesInHead: readonly string[];
}

/**
 * Reads the text of a page and, separately, the byline, kicker and standfirst. Pure.
 *
 * @param title The headline, which the text may repeat.
 */
export function readPageText(start: Omit<Page, "nearby">, title: string): PageText {
  const { root, described, headline, baseUrl, pictureFiles } = start;
  const leaves = leavesOf(root);
  const seeds = findSeeds(leaves, voteByReadability(root), described?.articleBody);
  const sure = new Set([...seeds.leaves].map(({ element }) => element));
  const page: Page = { ...start, nearby: elementsNear(root, headline, sure) };

  const head = headOf(leaves, seeds.leaves, headline);
  const parents = new Set([...sure].map(({ parent }) => parent));
  const standfirsts = findStandfirsts(
    page,
    head,
    (leaf) => seeds.leaves.size > 1 && isAmong(leaf, seeds.leaves, parents),
  );
  const linesOf = (lines: readonly TextLeaf[]): HtmlElement[] =>
    lines.filter(({ element }) => element !== headline).map(({ element }) => element);
  const byline = findByline(page, linesOf(head), linesOf(below(leaves, seeds.leaves)));

  const taken = new Set(
    [headline, ...elementsOf(standfirsts.kicker), ...elementsOf(standfirsts.subHeadline)].flatMap(
      (element) => element ?? [],
    ),
  );
  const posts = findPosts(leaves, seeds.leaves);
  const isInPost = (element: HtmlElement): boolean =>
    [element, ...ancestorsOf(element)].some((at) => posts.elements.has(at));
  // A line that is little more than the byline or a time is removed with it.
  const times = page.nearby.filter((element) => element.name === "time" && !isInPost(element));
  for (const element of [...elementsOf(byline), ...times]) {
    const most = textOf(element).length + 70;
    for (const { kind, element: line } of leaves) {
      const isLine =
        kind === "text" &&
        (isWithin(line, element) || (isWithin(element, line) && textOf(line).length <= most));
      if (isLine) taken.add(line);
    }
  }
  const main = findMainContent(leaves, seeds, headline, taken);
  const kept = new Set([...main, ...[...posts.times, ...posts.headings].filter((line) => !taken.has(line))]);
  const story = pruneTree(root, kept, posts.times);
  const whole = adoptCaptions(treeToBlocks(story, baseUrl, pictureFiles));
  const repeated = [title, headline === undefined ? "" : textOf(headline), byline?.value.printed ?? ""];
  const shown = { ...whole, blocks: dropPageLines(whole.blocks, repeated) };
  const hidden = described?.articleBody === undefined ? undefined : hiddenText(described.articleBody, shown);
  const content =
    hidden === undefined
      ? { value: shown, place: "body", rule: seeds.rule, confidence: seeds.confidence }
      : {
          value: { ...shown, blocks: hidden },
          place: `${described?.place}.articleBody`,
          rule: "article-body",
          confidence: 0.7,
        };
  const linesInHead = paragraphsBelow(head, headline);
  return { page, content, standfirsts, linesInHead, ...(byline === undefined ? {} : { byline }) };
}

const elementsOf = (candidate: Candidate<unknown> | undefined): readonly HtmlElement[] =>
  candidate?.elements ?? [];

function isWithin(element: HtmlElement, around: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = element; at !== undefined; at = at.parent)
    if (at === around) return true;
  return false;
}

/** The lines from a little before the headline to the first paragraphs. */
function headOf(
  leaves: readonly Leaf[],
  seeds: ReadonlySet<TextLeaf>,
  headline: HtmlElement | undefined,
): TextLeaf[] {
  const texts = leaves.filter((leaf): leaf is TextLeaf => leaf.kind === "text");
  const first = texts.findIndex((leaf) => seeds.has(leaf));
  const headlineAt = texts.findIndex(({ element }) => element === headline);
  const start = headlineAt >= 0 && (first < 0 || headlineAt < first) ? headlineAt : Math.max(0, first);
  // The standfirst is often a sure paragraph itself; the text then begins with the second one.
  const end = first < 0 ? start + 8 : Math.min(first + 2, start + 14);
  return texts.slice(Math.max(0, start - 3), end);
}

/** A button is not a line of the story: a dialog's says "cancel" in any language. */
const paragraphsBelow = (head: readonly TextLeaf[], headline: HtmlElement | undefined): string[] =>
  head
    .slice(head.findIndex(({ element }) => element === headline) + 1)
    .filter(({ element }) => /^(?:p|h[1-6]|blockquote|pre)$/.test(element.name))
    .map(({ text }) => text);

/** The last sure paragraph, which may be the signature, and the lines below it. */
function below(leaves: readonly Leaf[], seeds: ReadonlySet<TextLeaf>): TextLeaf[] {
  const texts = leaves.filter((leaf): leaf is TextLeaf => leaf.kind === "text");
  const last = texts.findLastIndex((leaf) => seeds.has(leaf));
  return last < 0 ? [] : texts.slice(last, last + 4).filter((leaf) => !leaf.isBoilerplate);
}

/** Whether a line is among sure paragraphs of the same element. */
const isAmong = (
  leaf: TextLeaf,
  seeds: ReadonlySet<TextLeaf>,
  parents: ReadonlySet<HtmlElement | undefined>,
): boolean => {
  const beside = [...seeds].filter(
    ({ element }) => element.parent === leaf.element.parent && element !== leaf.element,
  );
  return parents.has(leaf.element.parent) && beside.length > 0;
};

/** Paragraphs from the page's data, if the page shows less than half of the text. */
function hiddenText(articleBody: string, shown: BlocksAndPictures): BlocksAndPictures["blocks"] | undefined {
  const text = textOfBlocks(shown.blocks);
  if (comparable(articleBody).length < 2 * comparable(text).length + 100) return undefined;
  // A picture stays where the page shows it: before the text.
  const pictures = shown.blocks.filter(({ kind }) => kind === "picture");
  const paragraphs = articleBody.split(/\n+|<\/?(?:p|br)\s*\/?>/i).flatMap((line) => cleanLine(line) ?? []);
  return [
    ...pictures,
    ...paragraphs.map((line) => ({
      kind: "text" as const,
      style: "normal" as const,
      spans: [{ text: line }],
    })),
  ];
}
