import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { fileURLToPath } from "node:url";
import { parseHtmlPage } from "../importer/parse/formats/html/parse-html-page.ts";
import { readTree } from "../importer/parse/markup/html/read-tree.ts";
import { textOf } from "../importer/parse/markup/html/walk-tree.ts";
import type { ParsedStory } from "../importer/parse/parsed-story.ts";
import { textOfBlocks } from "../importer/parse/text-of-block.ts";
import { isDayAlone, isUnsure } from "../schemas/index.ts";
import { type GoldPage, readGoldPages } from "../test/support/gold-pages.ts";
import { type WordScore, scoreWords } from "../test/support/score-words.ts";

/**
 * Measures how well the main text of HTML pages is found: by the importer, by Readability alone and by Defuddle alone,
 * on the same pages in the same run; and how well the importer reads the other fields.
 *
 * `npm run eval:html`
 */

const pages = await readGoldPages(
  fileURLToPath(new URL("../test/importer/parse/formats/fixtures/html", import.meta.url)),
);
const isDetailed = process.argv.includes("--words");

const readers = {
  copydesk: ({ html }: GoldPage): string => textOfStory(storyOf(html)),
  readability: ({ html }: GoldPage): string =>
    plain(new Readability(parseHTML(html).document).parse()?.content ?? ""),
  defuddle: async ({ html }: GoldPage): Promise<string> => {
    // Its fallbacks use services on the web.
    const { content } = await Defuddle(parseHTML(html).document, "https://news.example/story", {
      useAsync: false,
    });
    return plain(content);
  },
};
const names = ["copydesk", "readability", "defuddle"] as const;

const rows: { name: string; scores: Partial<Record<(typeof names)[number], WordScore>> }[] = [];
const milliseconds = { copydesk: 0, readability: 0, defuddle: 0 };
for (const page of pages) {
  const { gold } = page;
  const neutral = [
    gold.headline,
    gold.kicker,
    gold.subHeadline,
    gold.byline,
    gold.sourceLine,
    ...gold.captions,
    ...gold.credits,
  ];
  const scores: Partial<Record<(typeof names)[number], WordScore>> = {};
  for (const name of names) {
    const start = performance.now();
    const text = await quietly(() => readers[name](page));
    milliseconds[name] += performance.now() - start;
    scores[name] = scoreWords(text, gold.text.join("\n"), neutral.filter((part) => part != null).join("\n"));
  }
  rows.push({ name: page.name, scores });
}

console.log("Word F1 of the main text\n");
console.log(`${"page".padEnd(24)}${names.map((name) => name.padStart(13)).join("")}`);
for (const { name, scores } of rows) {
  console.log(`${name.padEnd(24)}${names.map((reader) => figure(scores[reader]?.f1).padStart(13)).join("")}`);
}
for (const measure of ["precision", "recall", "f1"] as const) {
  const means = names.map(
    (name) => rows.reduce((sum, { scores }) => sum + (scores[name]?.[measure] ?? 0), 0) / rows.length,
  );
  console.log(`${`mean ${measure}`.padEnd(24)}${means.map((mean) => figure(mean).padStart(13)).join("")}`);
}
console.log(
  `${"ms a page".padEnd(24)}${names.map((name) => (milliseconds[name] / pages.length).toFixed(1).padStart(13)).join("")}`,
);

const fields = {
  headline: 0,
  subHeadline: 0,
  byline: 0,
  publishedAt: 0,
  language: 0,
  captions: 0,
  credits: 0,
};
const wrong: string[] = [];
for (const { name, html, gold } of pages) {
  const story = storyOf(html);
  const found = {
    headline: [story.headline, gold.headline],
    subHeadline: [story.subHeadline ?? "", gold.subHeadline ?? ""],
    byline: [story.byline ?? "", gold.byline ?? ""],
    publishedAt: [comparableTime(sureDateOf(story)), comparableTime(gold.publishedAt)],
    language: [story.language.split("-")[0] ?? "", gold.language.split("-")[0] ?? ""],
    captions: [
      story.pictures
        .flatMap(({ captions }) => captions.map(({ text }) => text))
        .toSorted()
        .join(" ¦ "),
      gold.captions.toSorted().join(" ¦ "),
    ],
    credits: [
      story.pictures
        .flatMap(({ creditLine }) => creditLine ?? [])
        .toSorted()
        .join(" ¦ "),
      gold.credits.toSorted().join(" ¦ "),
    ],
  } as const;
  for (const field of keysOf(fields)) {
    const [own, wanted] = found[field];
    if (own === wanted) fields[field] += 1;
    else wrong.push(`${name} ${field}: ${JSON.stringify(own)}, expected ${JSON.stringify(wanted)}`);
  }
}
console.log("\nFields that are exactly right, of the importer\n");
for (const field of keysOf(fields))
  console.log(`${field.padEnd(24)}${`${fields[field]}/${pages.length}`.padStart(13)}`);
if (wrong.length > 0) console.log(`\n${wrong.join("\n")}`);
if (isDetailed) for (const page of pages) compareLines(page);

function storyOf(html: string): ParsedStory {
  const parsed = parseHtmlPage(html);
  if (parsed.kind !== "story") throw new Error("BUG: a page of the corpus cannot be read");
  return parsed.story;
}

function textOfStory({ blocks }: ParsedStory): string {
  return textOfBlocks(blocks);
}

function plain(html: string): string {
  const read = readTree(html);
  return read.kind === "tree" ? textOf(read.root) : "";
}

/** An unsure date is a question to the editor, not an answer. */
function sureDateOf({ publishedAt, evidence }: ParsedStory): string | null {
  const confidence = evidence.find(({ path }) => path === "publishedAt")?.confidence ?? 0;
  return isUnsure(confidence) ? null : (publishedAt ?? null);
}

/** Points in time are compared regardless of their zone; a day equals only the same day, not a point in time on it. */
function comparableTime(time: string | null): string {
  if (time === null || isDayAlone(time)) return time ?? "";
  return new Date(time).toISOString();
}

function figure(value: number | undefined): string {
  return (value ?? 0).toFixed(3);
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table).filter((key): key is Key => key in table);
}

/** Silences the console: libraries log what they cannot read. */
async function quietly<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  const { error, warn, log } = console;
  Object.assign(console, { error() {}, warn() {}, log() {} });
  try {
    return await work();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}

/** Prints the lines that only one of both has. */
function compareLines({ name, html, gold }: GoldPage): void {
  const own = textOfStory(storyOf(html)).split("\n");
  const missing = gold.text.filter((line) => !own.includes(line));
  const extra = own.filter((line) => line !== "" && !gold.text.includes(line));
  for (const line of missing) console.log(`${name} - ${line.slice(0, 150)}`);
  for (const line of extra) console.log(`${name} + ${line.slice(0, 150)}`);
}
