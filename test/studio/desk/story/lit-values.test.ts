import { describe, expect, test } from "vitest";
import { linesAt, placeOfLine, valuesAt } from "../../../../studio/desk/story/lit-values.ts";

const block = (_key: string, text: string) => ({
  _type: "block",
  _key,
  children: [{ _type: "span", _key: "0", text }],
});
const figure = (_key: string) => ({ _type: "figure", _key });

const value = (path: string, ...lines: number[]) => ({ path, lines, rule: "some-rule", confidence: 0.9 });

const lines = [
  "الهدنة خدعة",
  "صورة أرشيفية (رويترز)",
  "KILL",
  "- قال الوزير إن الجسر سيفتح.",
  "وأضاف أن التكاليف بلغت عشرين مليونا.",
  "خريطة (رويترز)",
  "صحيفة الميناء",
];
const story = {
  lines,
  evidence: [
    value("headline", 1),
    value("pictures[0]", 2),
    value("control.note", 3),
    value("body", 4, 5),
    value("pictures[1].captions", 6),
    value("identity", 7),
    { path: "language", place: "text", rule: "detected", confidence: 0.9 },
  ],
  shown: {
    leadImage: figure("lead"),
    body: [block("a", "قال الوزير إن الجسر سيفتح."), figure("map"), block("b", "كتبه المحرر.")],
  },
};

describe("the lines of a source that are lit", () => {
  test.each([
    [["headline"], [1]],
    [["leadImage", "image"], [2]],
    [["edNote"], [3]],
    [["body"], [4, 5]],
    [["body", { _key: "a" }, "children", { _key: "0" }], [4]],
    [["body", { _key: "map" }], [6]],
    [["slug"], []],
    [[], []],
  ])("are those of the field %j", (focus, wanted) => {
    expect(linesAt(focus, story)).toEqual(wanted);
  });

  test("are none for a paragraph that an editor has written anew", () => {
    expect(linesAt(["body", { _key: "b" }], story)).toEqual([]);
  });
});

test.each([
  [1, ["headline"]],
  [2, ["leadImage"]],
  [3, ["edNote"]],
  [4, ["body", { _key: "a" }]],
  [5, ["body"]],
  [6, ["body", { _key: "map" }]],
  [7, undefined],
])("line %i leads to the field %j", (line, place) => {
  expect(placeOfLine(line, story)).toEqual(place);
});

test("a value without lines is lit with its field", () => {
  expect(valuesAt(["language"], story)).toEqual([6]);
});
