import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ParsedStory } from "../importer/parse/parsed-story.ts";
import { parserOf, parsersFor } from "../importer/parse/parsers.ts";
import { parseText } from "../importer/parse/text/parse-text.ts";
import { toDocuments } from "../importer/transform/to-documents.ts";

/** `npm run bench:left-out`: what the list of left-out pieces adds to an import record, beside the story's documents. */

const folder = join(import.meta.dirname, "..", "test");
const fixtures = "importer/parse/formats/fixtures";
const kinds = {
  "plain text": "corpus/*/*.txt",
  "HTML pages": `${fixtures}/html/*.html`,
  "feeds and WordPress": `${fixtures}/{rss,atom,wxr}/*.xml`,
  "NITF and NewsML": `${fixtures}/{nitf,newsml-1,newsml-g2}/*.xml`,
  ninjs: `${fixtures}/ninjs/*[!d].json`,
};

for (const [kind, files] of Object.entries(kinds)) {
  const stories = globSync(files, { cwd: folder }).toSorted().flatMap(storiesIn);
  const lists = stories.map(({ leftOut }) => Buffer.byteLength(JSON.stringify(leftOut)));
  const documents = stories.map((story) => Buffer.byteLength(JSON.stringify(story.documents)));
  const pieces = stories.map(({ leftOut }) => leftOut.length);
  console.log(
    `${kind}: ${stories.length} stories; pieces: median ${middle(pieces)}, most ${Math.max(...pieces)}; ` +
      `list: median ${middle(lists)} B, longest ${Math.max(...lists)} B; documents: median ${middle(documents)} B`,
  );
}

function storiesIn(file: string) {
  const text = readFileSync(join(folder, file), "utf8");
  const parser = file.endsWith(".txt") ? undefined : parserOf({ text, name: file }, parsersFor());
  const items = parser === undefined ? [] : [...parser.parse(text, {})];
  const parsed: ParsedStory[] =
    parser === undefined
      ? [parseText(text)]
      : items.flatMap((item) => (item.kind === "story" ? item.story : []));
  return parsed.flatMap((story) => {
    const origin = { input: file, identity: { kind: "path", value: file } } as const;
    const result = toDocuments({ kind: "text", origin, text, contentHash: "", parsed: story }, story);
    return result.kind === "wanted" ? result : [];
  });
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
