import { expect, test } from "vitest";
import { splitBrackets } from "../../../../importer/parse/phrases/split-brackets.ts";

test.each([
  ["The ferry. (Jane Doe)", { text: "The ferry.", inside: "Jane Doe", hasStop: false }],
  ["The ferry (Jane Doe).", { text: "The ferry", inside: "Jane Doe", hasStop: true }],
  ["العبارة.\u200e (رويترز)\u200f", { text: "العبارة.", inside: "رويترز", hasStop: false }],
  ["渡船（新华社）", { text: "渡船", inside: "新华社", hasStop: false }],
  ["[Reuters]", { text: "", inside: "Reuters", hasStop: false }],
])("splitBrackets() takes the brackets off %j", (line, split) => {
  expect(splitBrackets(line)).toEqual(split);
});

test.each(["The ferry (Jane Doe) runs", "The ferry", "The ferry ()"])(
  "splitBrackets() finds none at the end of %j",
  (line) => {
    expect(splitBrackets(line)).toBeUndefined();
  },
);
