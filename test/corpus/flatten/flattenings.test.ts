import { describe, expect, test } from "vitest";
import { groupLines } from "../../../importer/parse/text/lines.ts";
import { readCorpus } from "../read-corpus.ts";
import { blocksOf } from "./blocks-of.ts";
import { flattenings } from "./flattenings.ts";
import type { PageBlock } from "./page-block.ts";

const page: readonly PageBlock[] = [
  { role: "boilerplate", text: "Home" },
  { role: "boilerplate", text: "News" },
  { role: "headline", text: "Bridge closed" },
  { role: "date", text: "March 4, 2024" },
  { role: "imageAlt", text: "Bridge" },
  {
    role: "paragraph",
    text: "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.",
  },
  { role: "listItem", text: "- Ferry" },
  { role: "listItem", text: "- Bus" },
  { role: "boilerplate", text: "Read also: Ferry gets a new timetable" },
];

const first = "The council met on Monday evening and agreed on the plan for the bridge, which";
const lynxFirst = "   The council met on Monday evening and agreed on the plan for the bridge,";

test.each([
  [
    "browser",
    [
      ...["Home", "News", "Bridge closed", "March 4, 2024", "Bridge", ""],
      ...[
        `${first} will be closed for a year.`,
        "",
        "- Ferry",
        "- Bus",
        "Read also: Ferry gets a new timetable",
      ],
    ],
  ],
  [
    "w3m",
    [
      ...["  • Home", "  • News", "", "Bridge closed", "", "March 4, 2024", "[Bridge]", ""],
      ...[first, "will be closed for a year.", "", "  • Ferry", "  • Bus", ""],
      "Read also: Ferry gets a new timetable",
    ],
  ],
  [
    "lynx",
    [
      ...["     * [1]Home", "     * [2]News", "", "Bridge closed", "", "   March 4, 2024", "   [Bridge]", ""],
      ...[lynxFirst, "   which will be closed for a year.", "", "     * Ferry", "     * Bus", ""],
      ...["   [3]Read also: Ferry gets a new timetable", "", "References", ""],
      ...["   1. https://news.example/4211", "   2. https://news.example/4248"],
      "   3. https://news.example/4285",
    ],
  ],
  [
    "blocks",
    [
      ...["Home", "News", "Bridge closed", "March 4, 2024", "Bridge"],
      ...[`${first} will be closed for a year.`, "Ferry", "Bus", "Read also: Ferry gets a new timetable"],
    ],
  ],
  [
    "copied",
    [
      ...["Bridge closed", "", "March 4, 2024", "", "Bridge", ""],
      ...[`${first} will be closed for a year.`, "", "- Ferry", "", "- Bus"],
    ],
  ],
  [
    "copied dense",
    [
      ...["Bridge closed", "March 4, 2024", "Bridge"],
      ...[`${first} will be closed for a year.`, "• Ferry", "• Bus"],
    ],
  ],
])("%s flattens a page as it should", (name, lines) => {
  const flattening = flattenings.find((each) => each.name === name);
  expect(flattening?.flatten(page).map((line) => line?.text ?? "")).toEqual(lines);
});

test("a story that is wrapped at a fixed width has no blocks", () => {
  const [story] = readCorpus();
  const wrapped = "Bridge closed\n\nThe council met on Monday\nand agreed on the plan for\nthe bridge.\n";
  const roles = [1, 3, 4, 5].map((line) => ({ line, role: line === 1 ? "headline" : "paragraph" }) as const);
  expect(story && blocksOf({ ...story, text: wrapped, gold: { ...story.gold, roles } })).toBe(undefined);
});

describe.each(flattenings)("$name", ({ name, flatten }) => {
  test("keeps every letter of the stories, and gives each line a role", () => {
    for (const story of readCorpus()) {
      const blocks = blocksOf(story);
      if (blocks === undefined) continue;
      const flat = flatten(blocks);
      const isNumbered = groupLines(flat.map((line) => line?.text ?? "").join("\n"))
        .flat()
        .every(({ number }) => flat[number - 1] !== undefined);
      expect(isNumbered, story.name).toBe(true);
      if (name.startsWith("copied")) continue;
      const whole = letters(flat.map((line) => line?.text ?? "").join("\n"));
      expect(
        blocks.filter(({ text }) => !whole.includes(letters(text))),
        story.name,
      ).toEqual([]);
    }
  });
});

/** A text without white space, and without the marks of items, which some ways replace. */
const letters = (text: string): string =>
  text.replace(/^(?:[-–—*•·▪◦‣]\s+|\d+[.)]\s+)/u, "").replace(/\s+/gu, "");
