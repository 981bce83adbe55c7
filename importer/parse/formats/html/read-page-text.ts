import { cleanLine } from "../../cleaning/clean-line.ts";
import { adoptCaptions } from "../../markup/html/adopt-captions.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { setHeadings } from "../../markup/html/set-headings.ts";
import { treeToBlocks } from "../../markup/html/tree-to-blocks.ts";
import { ancestorsOf, textOf } from "../../markup/html/walk-tree.ts";
import type { BlocksAndPictures } from "../../parsed-body.ts";
import { textOfBlocks } from "../../text-of-block.ts";
import { comparable } from "../../phrases/comparable.ts";
import type { DetailedSource } from "../../phrases/source-in-details.ts";
import type { Candidate } from "./candidate.ts";
import { dropPageLines } from "./drop-page-lines.ts";
import { type Byline, findByline } from "./find-byline.ts";
import { findMainContent } from "./find-main-content.ts";
import { findPosts } from "./find-posts.ts";
import { findSeeds } from "./find-seeds.ts";
import { findShownSource } from "./find-shown-source.ts";
import { type Standfirsts, findStandfirsts } from "./find-standfirst.ts";
import { type LinesAround, linesAround } from "./lines-around.ts";
import { type Page, elementsNear } from "./page.ts";
import { pruneTree } from "./prune-tree.ts";
import { type TextLeaf, leavesOf } from "./text-leaves.ts";
import { voteByReadability } from "./vote-by-readability.ts";

/** The visible part of a story: its text and the texts around the headline. */
export interface PageText {
  readonly page: Page;
  readonly content: Candidate<BlocksAndPictures>;
  readonly byline?: Candidate<Byline>;
  readonly standfirsts: Standfirsts;
  /** The source line, if the page shows it outside the text. */
  readonly shownSource?: Candidate<DetailedSource>;
  /** The lines around the text, whether they belong to it or not. */
  readonly around: LinesAround;
  /** Names of elements that the text is in, and that seldom hold a story. */
  readonly doubtedNames: readonly string[];
}

/**
 * Reads the text of a page and, separately, the byline, kicker and standfirst. Pure.
 *
 * @param title The headline, which the text may repeat.
 */
export function readPageText(start: Omit<Page, "nearby">, title: string): PageText {
  const { root, described, headline, baseUrl, pictureFiles } = start;
  const { all: leaves, overruled } = leavesOf(root);
  const seeds = findSeeds(leaves, voteByReadability(root), described?.articleBody);
  const sure = new Set([...seeds.leaves].map(({ element }) => element));
  const page: Page = { ...start, nearby: elementsNear(root, headline, sure) };

  const around = linesAround(leaves, seeds.leaves, headline);
  const parents = new Set([...sure].map(({ parent }) => parent));
  const standfirsts = findStandfirsts(
    page,
    around.head,
    (leaf) => seeds.leaves.size > 1 && isAmong(leaf, seeds.leaves, parents),
  );
  const linesOf = (lines: readonly TextLeaf[]): HtmlElement[] =>
    lines.filter(({ element }) => element !== headline).map(({ element }) => element);
  const byline = findByline(page, linesOf(around.head), linesOf(around.below));
  const shownSource = findShownSource(around.details.filter(({ element }) => element !== headline));

  const taken = new Set(
    [
      headline,
      ...elementsOf(standfirsts.kicker),
      ...elementsOf(standfirsts.subHeadline),
      ...elementsOf(shownSource),
    ].flatMap((element) => element ?? []),
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
  // What pages insert is gone by then, so that a heading stands above its text.
  const shown = { ...whole, blocks: setHeadings(dropPageLines(whole.blocks, repeated)) };
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
  const doubtedNames = [...overruled].flatMap(([element, name]) =>
    [...main].some((line) => isWithin(line, element)) ? name : [],
  );
  return {
    page,
    content,
    standfirsts,
    around,
    doubtedNames: [...new Set(doubtedNames)],
    ...(byline === undefined ? {} : { byline }),
    ...(shownSource === undefined ? {} : { shownSource }),
  };
}

const elementsOf = (candidate: Candidate<unknown> | undefined): readonly HtmlElement[] =>
  candidate?.elements ?? [];

function isWithin(element: HtmlElement, around: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = element; at !== undefined; at = at.parent)
    if (at === around) return true;
  return false;
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
