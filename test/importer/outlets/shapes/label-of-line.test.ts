import { expect, test } from "vitest";
import { labelOfLine } from "../../../../importer/outlets/shapes/label-of-line.ts";

test.each([
  ["Chanzo cha picha, BBC", { shape: "Chanzo cha picha, …", value: "BBC" }],
  ["Mwandishi: Jane Doe", { shape: "Mwandishi: …", value: "Jane Doe" }],
  ["来源：新华社", { shape: "来源: …", value: "新华社" }],
  ["図版提供、山田太郎", undefined],
  ["The council met on Monday, and it agreed on the plan for the bridge over the river.", undefined],
  ["At 14:05 the bridge closed", undefined],
  ["One two three four five: a sentence", undefined],
  ["No label here", undefined],
])("labelOfLine(%j)", (line, label) => {
  expect(labelOfLine(line)).toEqual(label);
});
