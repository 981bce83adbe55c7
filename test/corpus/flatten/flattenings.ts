import type { FlatLine } from "./flat-line.ts";
import type { PageBlock } from "./page-block.ts";
import { wrapText } from "./wrap-text.ts";

/** A way in which the text of a page is saved. */
export interface Flattening {
  readonly name: string;
  readonly says: string;
  /** Pure. */
  readonly flatten: (blocks: readonly PageBlock[]) => FlatLine[];
}

/** The ways in which tools and people flatten a page. */
export const flattenings: readonly Flattening[] = [
  {
    name: "browser",
    says: "a browser's own text (innerText): a blank line around paragraphs, none around other blocks",
    flatten: (blocks) => apart(blocks, (block, other) => [block, other].some(isRunning)),
  },
  {
    name: "w3m",
    says: "w3m -dump: wrapped at 80 columns, dots before items, alternative texts in square brackets",
    flatten: (blocks) =>
      wrapped(blocks, {
        first: (block) => (isItem(block) || isMenu(block) ? "  • " : ""),
        columns: 80,
        areApart: areApartInTerminal,
      }),
  },
  {
    name: "lynx",
    says: "lynx -dump: wrapped and indented, stars before items, numbers before links, their addresses at the end",
    flatten: (blocks) => withReferences(wrapped(numbered(blocks), lynx)),
  },
  {
    name: "blocks",
    says: "the text of all blocks, each on a line, as scrapers join them: no blank lines, no marks of lists",
    flatten: (blocks) => blocks.map(({ role, text }) => ({ role, text: withoutMark(text) })),
  },
  {
    name: "copied",
    says: "copied by hand from the headline on, a blank line between all blocks",
    flatten: (blocks) => apart(storyOnly(blocks), () => true),
  },
  {
    name: "copied dense",
    says: "copied by hand from the headline on, without a blank line",
    flatten: (blocks) =>
      storyOnly(blocks).map((block) =>
        isItem(block) ? { ...block, text: `• ${withoutMark(block.text)}` } : block,
      ),
  },
];

interface Terminal {
  /** What stands before the first line of a block; further lines are indented as far. */
  readonly first: (block: PageBlock) => string;
  readonly columns: number;
  readonly areApart: (block: PageBlock, other: PageBlock) => boolean;
}

const lynx: Terminal = {
  first: (block) => (isHeading(block) ? "" : isItem(block) || isMenu(block) ? "     * " : "   "),
  columns: 79,
  areApart: (block, other) => areApartInTerminal(block, other),
};

const isRunning = ({ role }: PageBlock): boolean => role === "paragraph" || role === "quotation";
const isItem = ({ role }: PageBlock): boolean => role === "listItem";
const isHeading = ({ role }: PageBlock): boolean => role === "headline" || role === "subheading";
/** A few words of the page: an entry of a menu. */
const isMenu = ({ role, text }: PageBlock): boolean => role === "boilerplate" && text.length <= 24;

const areApartInTerminal = (block: PageBlock, other: PageBlock): boolean =>
  !(isItem(block) && isItem(other)) &&
  !(isMenu(block) && isMenu(other)) &&
  [block, other].some((each) => isRunning(each) || isHeading(each) || isItem(each) || isMenu(each));

/** The blocks, with blank lines where two are apart. */
const apart = (
  blocks: readonly PageBlock[],
  areApart: (block: PageBlock, other: PageBlock) => boolean,
): FlatLine[] =>
  blocks.flatMap((block, place) => {
    const above = blocks[place - 1];
    return above !== undefined && areApart(above, block) ? [undefined, block] : [block];
  });

const wrapped = (blocks: readonly PageBlock[], { first, columns, areApart }: Terminal): FlatLine[] =>
  apart(blocks, areApart).flatMap((block) => {
    if (block === undefined) return [undefined];
    const mark = first(block);
    const text = isItem(block)
      ? withoutMark(block.text)
      : block.role === "imageAlt"
        ? `[${block.text}]`
        : block.text;
    return wrapText(text, columns - mark.length).map((line, place) => ({
      role: block.role,
      text: `${place === 0 ? mark : " ".repeat(mark.length)}${line}`,
    }));
  });

/** Menus and titles of other stories are links, which lynx counts. */
const numbered = (blocks: readonly PageBlock[]): PageBlock[] => {
  let links = 0;
  return blocks.map((block) =>
    block.role === "boilerplate" && block.text.length <= 80
      ? { ...block, text: `[${(links += 1)}]${block.text}` }
      : block,
  );
};

function withReferences(lines: readonly FlatLine[]): FlatLine[] {
  const links = lines.filter((line) => line !== undefined && /^\s*(?:\* )?\[\d+\]/.test(line.text)).length;
  if (links === 0) return [...lines];
  const ofPage = (text: string): PageBlock => ({ role: "boilerplate", text });
  const addresses = Array.from({ length: links }, (_, place) =>
    ofPage(`${String(place + 1).padStart(4)}. https://news.example/${4211 + 37 * place}`),
  );
  return [...lines, undefined, ofPage("References"), undefined, ...addresses];
}

/** A person marks the text from the first line of the story to the last. */
function storyOnly(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const isOfStory = ({ role }: PageBlock): boolean => role !== "boilerplate";
  return blocks.slice(blocks.findIndex(isOfStory), blocks.findLastIndex(isOfStory) + 1);
}

const withoutMark = (text: string): string => text.replace(/^(?:[-–—*•·▪◦‣]\s+|\d+[.)]\s+)/u, "");
