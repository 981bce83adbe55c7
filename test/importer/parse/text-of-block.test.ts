import { expect, test } from "vitest";
import { raisedOrLowered } from "../../../importer/parse/raised-or-lowered.ts";
import { textOfBlock, textOfBlocks } from "../../../importer/parse/text-of-block.ts";

test.each([
  ["sup", "6", "⁶"],
  ["sup", " -12 ", " ⁻¹² "],
  ["sup", "n", "ⁿ"],
  ["sup", "st", "st"],
  ["sup", "er", "er"],
  ["sup", "2k", "^2k"],
  ["sup", "٢", "^٢"],
  ["sub", "2", "₂"],
  ["sub", "in", "in"],
  ["sub", "2a", "_2a"],
  ["sup", "", ""],
] as const)("raisedOrLowered() writes %s %j without a mark as %j", (mark, text, plain) => {
  expect(raisedOrLowered(text, mark)).toBe(plain);
});

test("textOfBlock() never joins a raised number to the one before it", () => {
  expect(textOfBlock({ spans: [{ text: "10" }, { text: "6", sup: true }] })).toBe("10⁶");
});

test("textOfBlocks() gives the words of tables and embeds, and no addresses", () => {
  expect(
    textOfBlocks([
      { kind: "table", caption: "Hours", hasHeaderRow: false, rows: [["Mon", "9:00\nClosed"]] },
      { kind: "picture", picture: 0 },
      { kind: "embed", url: "https://video.example/1", title: "A film", text: "Boats" },
      { kind: "embed", url: "https://video.example/2" },
    ]),
  ).toBe("Hours\nMon | 9:00 Closed\nA film\nBoats");
});
