import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "../../../importer/digest.ts";
import { parseText } from "../../../importer/parse/text/parse-text.ts";
import { toDocuments } from "../../../importer/transform/to-documents.ts";
import { readMapping } from "../../../importer/parse/mapping/read-mapping.ts";
import { parserOf, parsersFor } from "../../../importer/parse/parsers.ts";
import { parseFixture } from "../../support/format-fixtures.ts";
import { textsOfInput } from "../../support/texts-of-input.ts";
import { readCorpus } from "../../corpus/read-corpus.ts";
import { projectFolder } from "../../support/source-files.ts";
import { withInsertion } from "../../support/insert-words.ts";
import { isLong } from "../../support/is-long.ts";
import { unaccountedWords } from "../../support/unaccounted-words.ts";

const corpus = readCorpus();
const timeout = isLong ? 1_800_000 : 60_000;

/** What of a text is neither in its documents nor listed, and which of its lines no field or block took. */
function accountOf(text: string) {
  const origin = { input: "a.txt", identity: { kind: "path", value: "a.txt" } } as const;
  const story = toDocuments({ kind: "text", origin, text, contentHash: digestOf(text) }, parseText(text));
  if (story.kind === "rejected") throw new Error(JSON.stringify(story.problems));
  const { documents, leftOut } = story;
  // The list has the order of the input.
  const lines = leftOut.flatMap((piece) => piece.lines ?? []);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  const unplaced = leftOut.filter(({ reason, rule }) => reason === "no-place" && !unreadable.has(rule));
  return { ...unaccountedWords([text], documents, leftOut), unplaced };
}

/** A line that looks like a dateline but names no place that could be told is left to the editor. */
const unreadable: ReadonlySet<string> = new Set(["dateline-alone"]);

const allOfIt = { lost: [], invented: [], unplaced: [] };

test.each(corpus.map(({ name, text }) => [name, text] as const))(
  "every word of %s is in its documents or listed as left out",
  (_, text) => {
    expect(accountOf(text)).toEqual(allOfIt);
  },
);

test(
  "every word of any mixture of lines is in the documents or listed as left out",
  () => {
    const lines = corpus.flatMap(({ text }) => text.split("\n"));
    const line = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...lines) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (parts) => {
        const text = parts.join("\n");
        // A headline of more than 500 characters makes a document that is refused, and reported as such.
        fc.pre(/\p{L}/u.test(text) && parts.every((part) => part.length < 500));
        const { lost, invented } = accountOf(text);
        expect([...lost, ...invented]).toEqual([]);
      }),
      { numRuns: isLong ? 20_000 : 300, ...(isLong ? {} : { seed: 20_261_128 }) },
    );
  },
  timeout,
);

/** Every fixture of every format, and each input that was once read wrong. */
const inputs = globSync("test/importer/parse/formats/fixtures/*/*.{xml,html,json,md,ndjson,csv,tsv,iptc}", {
  cwd: projectFolder,
})
  .filter((path) => !/\.(?:gold|expected|mapping)\./.test(path))
  .toSorted();

/** Where the reader of this test sees a story and the importer reports that it cannot be read, or that it is none. */
const partlyUnreadable: Readonly<Record<string, readonly string[]>> = {
  "rss/neighbourhood.he.xml": ["הגן", "הציבורי"],
  "json-feed/ice.ru.json": ["no", "item"],
  "ninjs/list.2-1.ko.json": ["4", "audio", "no", "uri"],
  // The item around several stories has ids of its own.
  "newsml-1/editions.ur-hi.xml": [
    "subah",
    "example",
    "20260131",
    "7",
    "1",
    "20260131t100000",
    "0530",
    "6",
    "2",
  ],
  "markdown/untidy.de.md": ["javascript", "alert", "3"],
  "ndjson/archive.ndjson": ["le", "78", "sans", "texte", "et", "date"],
  "csv/archive.csv": ["7", "2", "too", "many", "cells", "here", "usable"],
  // A label that is hidden stands right before the name.
  "html/garden.ur.html": ["ذریعہafp"],
};

test.each(inputs)("every word of the stories in %s is in their documents or listed as left out", (path) => {
  const text = readFileSync(join(projectFolder, path), "utf8");
  const { format, documents, leftOut } = importInput(path, text);
  const { lost } = unaccountedWords(textsOfInput(format, text), documents, leftOut);
  const known = partlyUnreadable[path.split("/").slice(-2).join("/")] ?? [];
  expect(lost.filter((word) => !known.includes(word))).toEqual([]);
});

/** The documents of all stories of an input, and what of it they lack. */
function importInput(path: string, text: string) {
  const [mappingFile] = globSync(`${path.replace(/\.\w+$/, "")}.mapping.*`, { cwd: projectFolder });
  const mapping =
    mappingFile && readMapping(readFileSync(join(projectFolder, mappingFile), "utf8"), mappingFile);
  const parser = parserOf({ text, name: path }, parsersFor(mapping || undefined));
  if (parser === undefined) throw new Error(`No parser recognises ${path}`);
  const stories = parseFixture(parser, text).stories.flatMap((parsed) => {
    const origin = { input: path, identity: { kind: "path", value: path } } as const;
    const story = toDocuments({ kind: "text", origin, text, contentHash: "", parsed }, parsed);
    return story.kind === "wanted" ? [story] : [];
  });
  return {
    format: parser.format,
    stories,
    documents: stories.flatMap((story) => story.documents),
    leftOut: stories.flatMap((story) => story.leftOut),
  };
}

test(
  "whatever else an input of any format says is in the documents or listed as left out",
  () => {
    for (const path of inputs) {
      const text = readFileSync(join(projectFolder, path), "utf8");
      const { format, stories } = importInput(path, text);
      const headlines = stories.map(({ headline }) => headline);
      const changed = withInsertion(format, text, headlines);
      if (changed === undefined) continue;
      fc.assert(
        fc.property(changed, (input) => {
          const now = importInput(path, input.text);
          // What stands between stories, or in one that is none, is of no story.
          fc.pre(now.stories.length === stories.length);
          const { lost } = unaccountedWords([input.words.join(" ")], now.documents, now.leftOut);
          expect({ path, input: input.text.length, lost }).toEqual({
            path,
            input: input.text.length,
            lost: [],
          });
        }),
        { numRuns: isLong ? 100 : 3, ...(isLong ? {} : { seed: 20_261_128 }) },
      );
    }
  },
  timeout,
);
