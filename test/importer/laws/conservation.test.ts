import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "../../../importer/digest.ts";
import { parseText } from "../../../importer/parse/text/parse-text.ts";
import { toDocuments } from "../../../importer/transform/to-documents.ts";
import { readCorpus } from "../../corpus/read-corpus.ts";
import { isLong } from "../../support/is-long.ts";
import { unaccountedWords } from "../../support/unaccounted-words.ts";

const corpus = readCorpus();

/** What of a text is neither in its documents nor listed, and which of its lines no field or block took. */
function accountOf(text: string) {
  const origin = { input: "a.txt", identity: { kind: "path", value: "a.txt" } } as const;
  const story = toDocuments({ kind: "text", origin, text, contentHash: digestOf(text) }, parseText(text));
  if (story.kind === "rejected") throw new Error(JSON.stringify(story.problems));
  const { documents, leftOut } = story;
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

test("every word of any mixture of lines is in the documents or listed as left out", () => {
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
});
