import { textOfStory } from "../../../../importer/parse/text-of-story.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { inArabic, isMarked, markedWords, type Words } from "./words.ts";

/** A picture of a story: its lines of text, and who took it. */
interface Picture {
  readonly kind: "picture";
  readonly alt: readonly string[];
  readonly caption: readonly string[];
  readonly by: readonly string[];
}

type Item = { readonly kind: "paragraph" | "heading"; readonly words: readonly string[] } | Picture;

export const languages = ["en", "ar"] as const;
type Language = (typeof languages)[number];

/** A story as its source tells it. The first item is a paragraph, and stays it. */
export interface StoryText {
  readonly language: Language;
  /** Its number among the stories of its newsroom. */
  readonly number: number;
  readonly headline: readonly string[];
  readonly lead: Picture | undefined;
  readonly items: readonly Item[];
  readonly sources: Sources;
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

/** Whom a story names as its sources. */
export const sourcesNamed = [
  "Reuters",
  "AFP",
  "Reuters, AFP",
  "the Gazette",
  "Reuters, the Gazette",
] as const;
type Sources = (typeof sourcesNamed)[number];

/** How stories are told in a language; pictures are described in English everywhere, as agencies do. */
interface Telling {
  readonly headline: string;
  readonly heading: string;
  /** What comes before the first, the third, the fourth and the sixth of the eight new words of a paragraph. */
  readonly paragraph: readonly [string, string, string, string];
  /** Follows every paragraph, and keeps it from being taken for a standfirst or a caption. */
  readonly sentence: string;
  /**
   * Begins and ends the first paragraph, whatever the source does to the rest: a path alone proves nothing, so these say
   * that a story with other words is still the same one.
   */
  readonly dateline: string;
  readonly filed: (number: number) => string;
  /** What comes before the last word of a caption. */
  readonly near: string;
  readonly agency: string;
  readonly sourceLine: Readonly<Record<Sources, string>>;
  readonly inScript: (word: string) => string;
}

const tellings: Readonly<Record<Language, Telling>> = {
  en: {
    headline: "Harbour",
    heading: "On",
    paragraph: ["The", "said", "and", "in"],
    sentence:
      "The meeting went on until late in the evening, and nobody knew for certain when the next one would be held.",
    dateline: "LISBON, March 3 -",
    filed: (number) => `The harbour desk filed it as report ${number + 1} of that morning.`,
    near: "near",
    agency: "Reuters",
    sourceLine: {
      Reuters: "Source: Reuters",
      AFP: "Source: AFP",
      "Reuters, AFP": "Source: Reuters and AFP",
      "the Gazette": "Source: Harbour Gazette",
      "Reuters, the Gazette": "Source: Reuters and the Harbour Gazette",
    },
    inScript: (word) => word,
  },
  ar: {
    headline: "الميناء",
    heading: "حول",
    paragraph: ["وقال", "إن", "مع", "في"],
    sentence:
      "واستمر الاجتماع حتى وقت متأخر من المساء، ولم يعرف أحد على وجه اليقين متى سيعقد الاجتماع التالي في المدينة.",
    dateline: "لشبونة، 3 مارس -",
    filed: (number) => `وحمل الخبر الرقم ${number + 1} بين أخبار الميناء ذلك الصباح.`,
    near: "قرب",
    agency: "رويترز",
    sourceLine: {
      Reuters: "المصدر : رويترز",
      AFP: "المصدر : الفرنسية",
      "Reuters, AFP": "المصدر : رويترز + الفرنسية",
      "the Gazette": "المصدر : جريدة الميناء",
      "Reuters, the Gazette": "المصدر : رويترز + جريدة الميناء",
    },
    inScript: inArabic,
  },
};

const paragraph = (language: Language, words: Words): Item => {
  const { paragraph: begin, inScript } = tellings[language];
  const fresh = (count: number): string[] =>
    Array.from({ length: count }, () => inScript(words.fromSource()));
  return {
    kind: "paragraph",
    words: begin.flatMap((word, part) => [word, ...fresh([2, 1, 2, 3][part] ?? 0)]),
  };
};

const heading = (language: Language, words: Words): Item => {
  const { heading: begin, inScript } = tellings[language];
  return { kind: "heading", words: [begin, inScript(words.fromSource())] };
};

const picture = (language: Language, words: Words): Picture => {
  const { near, inScript } = tellings[language];
  const [a = "", b = "", c = "", d = "", e = "", f = "", g = ""] = Array.from({ length: 7 }, () =>
    words.fromSource(),
  );
  return {
    kind: "picture",
    alt: [a, b, "at", "the", c],
    caption: [inScript(d), inScript(e), near, inScript(f)],
    by: [capital(g)],
  };
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What a new story is made of. */
export interface StoryPlot {
  readonly language: Language;
  readonly hasLead: boolean;
  readonly items: readonly ("paragraph" | "heading" | "picture")[];
  readonly sources: Sources;
}

export function newStory(
  { language, hasLead, items, sources }: StoryPlot,
  number: number,
  words: Words,
): StoryText {
  const { headline, inScript } = tellings[language];
  const make = { paragraph, heading, picture };
  return {
    language,
    number,
    headline: [headline, ...Array.from({ length: 3 }, () => inScript(words.fromSource()))],
    lead: hasLead ? picture(language, words) : undefined,
    items: [paragraph(language, words), ...items.map((kind) => make[kind](language, words))],
    sources,
  };
}

/** The story as its source tells it next. Pure but for the new words. */
export function changeStory(story: StoryText, { kind, item, place }: SourceChange, words: Words): StoryText {
  const { items, language } = story;
  const fresh = (): string => tellings[language].inScript(words.fromSource());
  const at = 1 + (item % Math.max(1, items.length - 1));
  const chosen = items[at];
  switch (kind) {
    case "replaces a word":
      return inText(story, item, (text) => replaceAt(text, place, [fresh()]));
    case "adds a word":
      return inText(story, item, (text) => text.toSpliced(1 + (place % text.length), 0, fresh()));
    case "drops a word":
      return inText(story, item, (text) => (text.length > 6 ? replaceAt(text, place, []) : text));
    case "adds a paragraph":
      return { ...story, items: items.toSpliced(at, 0, paragraph(language, words)) };
    case "adds a heading":
      return { ...story, items: items.toSpliced(at, 0, heading(language, words)) };
    case "adds a picture":
      return { ...story, items: items.toSpliced(at, 0, picture(language, words)) };
    case "rewrites an item":
      return chosen === undefined
        ? story
        : { ...story, items: items.toSpliced(at, 1, paragraph(language, words)) };
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
      return { ...story, lead: place % 3 === 0 ? undefined : picture(language, words) };
    case "names another source":
      return { ...story, sources: sourcesNamed[place % sourcesNamed.length] ?? story.sources };
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
  const marked = words.flatMap((word, index) => (isMarked(word) ? [index] : []));
  const index = marked[place % Math.max(1, marked.length)];
  return index === undefined ? words : words.toSpliced(index, 1, ...others);
}

/** The text of a story's file. */
export function renderStory({ language, number, headline, lead, items, sources }: StoryText): string {
  const { sentence, sourceLine, dateline, filed } = tellings[language];
  const renderParagraph = (words: readonly string[], at: number): string => {
    const text = `${words.join(" ")}. ${sentence}`;
    return at === 0 ? `${dateline} ${text} ${filed(number)}` : text;
  };
  const lines = [
    headline.join(" "),
    ...(lead === undefined ? [] : [renderPicture(language, lead)]),
    ...items.map((item, at) =>
      item.kind === "picture"
        ? renderPicture(language, item)
        : item.kind === "heading"
          ? item.words.join(" ")
          : renderParagraph(item.words, at),
    ),
    sourceLine[sources],
  ];
  return lines.join("\n\n");
}

/**
 * The marked words that a story's file says to the importer. A line that is taken to belong to the page around the story
 * is none of the merge's: how well lines are told apart is measured elsewhere.
 */
export const saidWords = (story: StoryText): string[] =>
  markedWords(textOfStory(parseText(renderStory(story))));

const renderPicture = (language: Language, { alt, caption, by }: Picture): string =>
  `${alt.join(" ")}, REUTERS/Ana ${by.join(" ")}\n${caption.join(" ")} (${tellings[language].agency})`;

/** The words that a story has in its pictures. */
export const pictureWords = ({ lead, items }: StoryText): string[] =>
  [lead, ...items].flatMap((item) => (item?.kind === "picture" ? markedWords(textsOfPicture(item)) : []));
