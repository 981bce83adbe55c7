import { textOfStory } from "../../../../importer/parse/text-of-story.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { markedWords, type Words } from "./words.ts";

/** A picture of a story: its lines of text, and who took it. */
interface Picture {
  readonly kind: "picture";
  readonly alt: readonly string[];
  readonly caption: readonly string[];
  readonly by: readonly string[];
}

type Item = { readonly kind: "paragraph" | "heading"; readonly words: readonly string[] } | Picture;

/** A story as its source tells it. The first item is a paragraph, and stays it. */
export interface StoryText {
  readonly headline: readonly string[];
  readonly lead: Picture | undefined;
  readonly items: readonly Item[];
  readonly sourceLine: string;
}

/** What the source may do to a story; numbers choose among what is there. */
export const sourceChangeKinds = [
  "replaces a word",
  "replaces a word",
  "adds a word",
  "drops a word",
  "adds a paragraph",
  "adds a heading",
  "adds a picture",
  "rewrites an item",
  "drops an item",
  "moves an item",
  "splits a paragraph",
  "changes the lead picture",
  "names another source",
] as const;

export interface SourceChange {
  readonly kind: (typeof sourceChangeKinds)[number];
  readonly item: number;
  readonly place: number;
}

export const sourceLines = [
  "Source: Reuters",
  "Source: AFP",
  "Source: Reuters and AFP",
  "Source: Harbour Gazette",
  "Source: Reuters and the Harbour Gazette",
] as const;

const paragraph = (words: Words): Item => {
  const [a, b, c, d, e, f, g, h] = Array.from({ length: 8 }, () => words.fromSource());
  return { kind: "paragraph", words: ["The", a, b, "said", c, "and", d, e, "in", f, g, h].map(String) };
};

const heading = (words: Words): Item => ({ kind: "heading", words: ["On", words.fromSource()] });

const picture = (words: Words): Picture => {
  const [a, b, c, d, e, f, g] = Array.from({ length: 7 }, () => words.fromSource());
  return {
    kind: "picture",
    alt: [a, b, "at", "the", c].map(String),
    caption: [d, e, "near", f].map(String),
    by: [capital(String(g))],
  };
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What a new story is made of. */
export interface StoryPlot {
  readonly hasLead: boolean;
  readonly items: readonly ("paragraph" | "heading" | "picture")[];
  readonly sourceLine: string;
}

export function newStory({ hasLead, items, sourceLine }: StoryPlot, words: Words): StoryText {
  return {
    headline: ["Harbour", words.fromSource(), words.fromSource(), words.fromSource()],
    lead: hasLead ? picture(words) : undefined,
    items: [
      paragraph(words),
      ...items.map((kind) =>
        kind === "paragraph" ? paragraph(words) : kind === "heading" ? heading(words) : picture(words),
      ),
    ],
    sourceLine,
  };
}

/** The story as its source tells it next. Pure but for the new words. */
export function changeStory(story: StoryText, { kind, item, place }: SourceChange, words: Words): StoryText {
  const { items } = story;
  const at = 1 + (item % Math.max(1, items.length - 1));
  const chosen = items[at];
  switch (kind) {
    case "replaces a word":
      return inText(story, item, (text) => replaceAt(text, place, [words.fromSource()]));
    case "adds a word":
      return inText(story, item, (text) => text.toSpliced(1 + (place % text.length), 0, words.fromSource()));
    case "drops a word":
      return inText(story, item, (text) => (text.length > 6 ? replaceAt(text, place, []) : text));
    case "adds a paragraph":
      return { ...story, items: items.toSpliced(at, 0, paragraph(words)) };
    case "adds a heading":
      return { ...story, items: items.toSpliced(at, 0, heading(words)) };
    case "adds a picture":
      return { ...story, items: items.toSpliced(at, 0, picture(words)) };
    case "rewrites an item":
      return chosen === undefined ? story : { ...story, items: items.toSpliced(at, 1, paragraph(words)) };
    case "drops an item":
      return { ...story, items: items.toSpliced(at, 1) };
    case "moves an item": {
      const others = items.toSpliced(at, 1);
      const to = 1 + (place % Math.max(1, others.length));
      return chosen === undefined ? story : { ...story, items: others.toSpliced(to, 0, chosen) };
    }
    case "splits a paragraph": {
      if (chosen?.kind !== "paragraph" || chosen.words.length < 8) return story;
      const middle = 4 + (place % (chosen.words.length - 6));
      const [first, second] = [chosen.words.slice(0, middle), chosen.words.slice(middle)];
      const halves = [first, second].map((half): Item => ({ kind: "paragraph", words: half }));
      return { ...story, items: items.toSpliced(at, 1, ...halves) };
    }
    case "changes the lead picture":
      return { ...story, lead: place % 3 === 0 ? undefined : picture(words) };
    case "names another source":
      return { ...story, sourceLine: sourceLines[place % sourceLines.length] ?? story.sourceLine };
  }
}

/** Changes one of the texts of a story: the headline, a paragraph, a heading, or a line of a picture. */
function inText(
  story: StoryText,
  number: number,
  change: (words: readonly string[]) => readonly string[],
): StoryText {
  let left = number % textsOf(story).length;
  const apply = (words: readonly string[]): readonly string[] => (left-- === 0 ? change(words) : words);
  const inPicture = (own: Picture): Picture => ({
    ...own,
    alt: apply(own.alt),
    caption: apply(own.caption),
    by: apply(own.by).slice(0, 1).map(capital),
  });
  return {
    ...story,
    headline: apply(story.headline),
    lead: story.lead && inPicture(story.lead),
    items: story.items.map((item) =>
      item.kind === "picture" ? inPicture(item) : { ...item, words: apply(item.words) },
    ),
  };
}

const textsOfPicture = ({ alt, caption, by }: Picture): (readonly string[])[] => [alt, caption, by];

const textsOf = ({ headline, lead, items }: StoryText): (readonly string[])[] => [
  headline,
  ...(lead === undefined ? [] : textsOfPicture(lead)),
  ...items.flatMap((item) => (item.kind === "picture" ? textsOfPicture(item) : [item.words])),
];

/** Puts other words in the place of a marked one. */
function replaceAt(words: readonly string[], place: number, others: readonly string[]): readonly string[] {
  const marked = words.flatMap((word, index) => (/^zq/i.test(word) ? [index] : []));
  const index = marked[place % Math.max(1, marked.length)];
  return index === undefined ? words : words.toSpliced(index, 1, ...others);
}

/** Makes a paragraph of what might be taken for a standfirst or a caption. */
const sentence =
  "The meeting went on until late in the evening, and nobody knew for certain when the next one would be held.";

/** The text of a story's file. */
export function renderStory({ headline, lead, items, sourceLine }: StoryText): string {
  const lines = [
    headline.join(" "),
    ...(lead === undefined ? [] : [renderPicture(lead)]),
    ...items.map((item) =>
      item.kind === "picture"
        ? renderPicture(item)
        : item.kind === "heading"
          ? item.words.join(" ")
          : `${item.words.join(" ")}. ${sentence}`,
    ),
    sourceLine,
  ];
  return lines.join("\n\n");
}

/**
 * The marked words that a story's file says to the importer. A line that is taken to belong to the page around the story
 * is none of the merge's: how well lines are told apart is measured elsewhere.
 */
export const saidWords = (story: StoryText): string[] =>
  markedWords(textOfStory(parseText(renderStory(story))));

const renderPicture = ({ alt, caption, by }: Picture): string =>
  `${alt.join(" ")}, REUTERS/Ana ${by.join(" ")}\n${caption.join(" ")} (Reuters)`;

/** The words that a story has in its pictures. */
export const pictureWords = ({ lead, items }: StoryText): string[] =>
  [lead, ...items]
    .flatMap((item) => (item?.kind === "picture" ? textsOfPicture(item).flat() : []))
    .map((word) => word.toLowerCase());
