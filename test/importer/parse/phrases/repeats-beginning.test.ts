import { expect, test } from "vitest";
import type { ParsedBlock } from "../../../../importer/parse/parsed-story.ts";
import { repeatsBeginning } from "../../../../importer/parse/phrases/repeats-beginning.ts";

const text = (words: string): ParsedBlock => ({ kind: "text", style: "normal", spans: [{ text: words }] });
const blocks: ParsedBlock[] = [
  { kind: "picture", picture: 0 },
  text("The quay will be rebuilt."),
  text("The board voted on Monday."),
  text("Work begins in the autumn."),
];

test.each([
  ["The quay will be rebuilt.", true],
  ["the quay  will be “rebuilt”", true],
  ["The quay will be rebuilt. The board voted on Monday.", true],
  ["The quay will be", false],
  ["The board voted on Monday.", false],
  ["The quay will be rebuilt, says the board.", false],
  ["", false],
])("repeatsBeginning() of %j is %j", (summary, is) => {
  expect(repeatsBeginning(summary, blocks)).toBe(is);
});

test("repeatsBeginning() knows a script without capitals, and a story without text", () => {
  expect(repeatsBeginning("أعيد بناء الرصيف", [text("أعيد بناء الرصيف.")])).toBe(true);
  expect(repeatsBeginning("The quay", [])).toBe(false);
});
