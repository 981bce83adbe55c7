import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../../../importer/parse/formats/markdown/parse-markdown.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { readEvidence } from "../../../../studio/desk/story/read-evidence.ts";
import { lineNumbers } from "../../../../studio/desk/story/line-numbers.ts";
import { sayInEnglish } from "../../../../schemas/to-sanity/say.ts";
import { titleOfPath } from "../../../../studio/desk/story/title-of-path.ts";
import { valuesOfLines } from "../../../../studio/desk/story/values-of-lines.ts";

const headline = { path: "headline", lines: [1], rule: "first-line", confidence: 0.9 };
const keywords = { path: "keywords", place: "meta[keywords]", rule: "meta", confidence: 0.7 };

test("readEvidence() reads all that the importer finds in a story", () => {
  const { evidence } = parseText(
    "Ferry stops at Kessel\n\nBy Ada Lorn\n\nThe ferry did not sail on Monday.\n\nSource: Reuters\n",
  );
  expect(evidence.map(({ path }) => path)).toContain("infoSources");
  expect(readEvidence(JSON.stringify(evidence))).toEqual(evidence);
});

test("readEvidence() keeps what is printed where a value leaves a part of it out", () => {
  const { evidence } = parseText(
    `Ferry stops at Kessel\n\n4 March 2026, 14:05\n\n${"The ferry did not sail on Monday, nor on Tuesday.\n\n".repeat(3)}`,
  );
  const [published] = readEvidence(JSON.stringify(evidence)).filter(({ path }) => path === "publishedAt");
  expect(published).toMatchObject({ rule: "time-without-zone", printed: "4 March 2026, 14:05" });
});

test("readEvidence() takes no line of front matter for one of the text below it", () => {
  const { evidence } = parseMarkdown('---\ntitle: "A bridge opens"\n---\n\nThe bridge opened on Monday.\n');
  const [told] = readEvidence(JSON.stringify(evidence)).filter(({ path }) => path === "headline");
  expect(told).toMatchObject({ place: "front-matter.title" });
  expect(told).not.toHaveProperty("lines");
});

test("readEvidence() leaves out what cannot be read and keeps the rest", () => {
  const damaged = [
    null,
    7,
    { ...headline, path: "" },
    { ...headline, confidence: 9 },
    { ...headline, rule: undefined },
  ];
  expect(readEvidence(JSON.stringify([...damaged, headline, keywords]))).toEqual([headline, keywords]);
  const { lines: _, ...elsewhere } = headline;
  for (const lines of [[0], ["1"], "1", null]) {
    expect(readEvidence(JSON.stringify([{ ...headline, lines }]))).toEqual([elsewhere]);
  }
});

test("readEvidence() finds nothing in a record without any, or with what is no list", () => {
  for (const stored of [undefined, null, "", "{", "null", "{}", '"headline"']) {
    expect(readEvidence(stored)).toEqual([]);
  }
});

test("readEvidence() never throws", () => {
  fc.assert(fc.property(fc.json(), (stored) => void readEvidence(stored)));
  fc.assert(fc.property(fc.string(), (stored) => void readEvidence(stored)));
});

test.each([
  ["headline", "Headline"],
  ["subHeadline", "Sub-headline"],
  ["publishedAt", "Published at"],
  ["canonicalUrl", "Canonical URL"],
  ["infoSources", "Information sources"],
  ["control.note", "Note to editors"],
  ["pictures[0]", "Picture 1"],
  ["pictures[1].altTexts", "Picture 2: Alternative texts"],
  ["creators[2].name", "Creators 3: Name"],
  ["constructor", "Constructor"],
])("titleOfPath() calls %s %s", (path, title) => {
  expect(titleOfPath(path, sayInEnglish)).toBe(title);
});

test.each([
  [[1], "1"],
  [[3, 4, 5, 9], "3–5, 9"],
  [[16, 15], "15–16"],
  [[2, 2], "2"],
])("lineNumbers() writes %j as %s", (lines, text) => {
  expect(lineNumbers(lines)).toBe(text);
});

test("valuesOfLines() names each field of a line once, where it is least certain, and no line for a value that has only a place", () => {
  const body = { path: "body", lines: [3, 5], rule: "text-lines", confidence: 0.9 };
  const doubtful = { path: "body", lines: [5], rule: "short-before-text", confidence: 0.4 };
  const creators = { path: "creators", lines: [3], rule: "byline-prefix", confidence: 0.8 };
  const values = valuesOfLines([headline, body, doubtful, creators, keywords], (path) =>
    titleOfPath(path, sayInEnglish),
  );
  expect(
    [...values].map(([line, own]) => [line, own.map(({ title, confidence }) => [title, confidence])]),
  ).toEqual([
    [1, [["Headline", 0.9]]],
    [
      3,
      [
        ["Body", 0.9],
        ["Creators", 0.8],
      ],
    ],
    [5, [["Body", 0.4]]],
  ]);
});
