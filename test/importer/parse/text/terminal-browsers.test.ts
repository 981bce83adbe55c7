import { describe, expect, test } from "vitest";
import { assignRoles } from "../../../../importer/parse/text/assign-roles.ts";
import { groupLines } from "../../../../importer/parse/text/lines.ts";
import { linesContinued } from "../../../../importer/parse/text/lines-continued.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";

const page = [
  "     * [1]Town",
  "     * [2]Country",
  "",
  "Council closes the old bridge over the river for a whole year, and the ferry",
  "sails at night",
  "",
  "   March 4, 2024",
  "",
  "   The council met on Monday evening and agreed on the plan for the bridge,",
  "   which will be closed for a year while the pillars are being mended and the",
  "   rails are taken up. The [3]ferry is free of charge until the bridge opens",
  "   again.",
  "",
  "   [4]Ferry gets a new timetable",
  "",
  "References",
  "",
  "   1. https://news.example/1",
  "   2. https://news.example/2",
  "   3. https://news.example/3",
  "   4. https://news.example/4",
].join("\n");

describe("a page that a browser for the terminal has wrapped, with the numbers of its links", () => {
  test("gives a headline in one piece and a paragraph without numbers", () => {
    const { headline, blocks, evidence } = parseText(page);
    expect(headline).toBe(
      "Council closes the old bridge over the river for a whole year, and the ferry sails at night",
    );
    expect(evidence.find(({ path }) => path === "headline")?.lines).toEqual([4, 5]);
    const texts = blocks.map((block) => (block.kind === "text" ? block.spans.map(({ text }) => text) : []));
    expect(texts).toEqual([
      [
        "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year while the pillars are being mended and the rails are taken up. The ferry is free of charge until the bridge opens again.",
      ],
    ]);
  });

  test("leaves the menu and the list of addresses out, and gives each line a role", () => {
    const lines = assignRoles(groupLines(page));
    expect(lines.map(({ number, role }) => [number, role])).toEqual([
      ...[1, 2].map((number) => [number, "boilerplate"]),
      ...[4, 5].map((number) => [number, "headline"]),
      [7, "date"],
      ...[9, 10, 11, 12].map((number) => [number, "paragraph"]),
      ...[14, 16, 18, 19, 20, 21].map((number) => [number, "boilerplate"]),
    ]);
  });
});

test("the numbers of footnotes stay in the text", () => {
  const paragraph = "The bridge was built in 1931.[1] It was closed twice,[2] and mended once[3] since then.";
  expect(groupLines(paragraph)).toMatchObject([[{ text: paragraph }]]);
});

const wrapped = [
  "The council met on Monday evening and agreed on the plan for the bridge",
  "over the river, which will be closed for a whole year while its pillars",
  "are being mended and the rails taken up, laid down again and painted in",
  "the colour that the children of the two schools have chosen.",
];

test.each([
  ["lines of one width continue each other", wrapped, [1, 2, 3]],
  ["a heading after a line that ends a sentence does not", [...wrapped, "A year of dust"], [1, 2, 3]],
  ["two paragraphs do not", [...wrapped, "", "The ferry sails."], [1, 2, 3]],
  ["lines of any length do not", ["Ferry", "Bus over the dam", "Taxi from the town hall on the hill"], []],
  ["whole paragraphs do not", [wrapped.join(" "), wrapped.join(" ")], []],
])("%s", (_, lines, continued) => {
  expect([...linesContinued(lines)]).toEqual(continued);
});
