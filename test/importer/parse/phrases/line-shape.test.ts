import { expect, test } from "vitest";
import {
  asksQuestion,
  endsSentence,
  endsWithPunctuation,
} from "../../../../importer/parse/phrases/line-shape.ts";

test.each([
  ["the full stop", "The bridge is closed."],
  ["a quotation mark after it", "He said: „Die Brücke ist zu.“"],
  ["a bracket after it", "(The bridge is closed.)"],
  ["a mark of direction after it", "الجسر مغلق.\u200f"],
  ["the ellipsis", "The bridge is closed…"],
  ["Arabic", "هل الجسر مغلق؟"],
  ["Urdu", "پل بند ہے۔"],
  ["Hindi", "पुल बंद है।"],
  ["Chinese", "大桥关闭了。」"],
  ["half-width Japanese", "橋は閉まっている｡"],
  ["Amharic", "ድልድዩ ተዘግቷል።"],
  ["Burmese", "တံတား ပိတ်ထားသည်။"],
  ["Khmer", "ស្ពានត្រូវបានបិទ។"],
  ["Armenian", "Կամուրջը փակ է։"],
  ["Mongolian", "ᠭᠦᠦᠷ ᠬᠠᠭᠠᠯᠭᠠᠲᠠᠢ᠃"],
  ["Tibetan", "ཟམ་པ་སྒོ་བརྒྱབ།"],
  ["a mark that the copy ends, in brackets", "大桥关闭了。（完）"],
  ["a mark that the copy ends, after the full stop", "The bridge is closed. Enditem"],
  ["initials of an agency", "The bridge over the river is closed. PTI KRV"],
])("endsSentence() knows %s", (_, text) => {
  expect(endsSentence(text)).toBe(true);
});

test.each(["The bridge", "The bridge,", "The bridge:", "大桥，", "الجسر،", "The bridge (left)"])(
  "endsSentence() takes %j for no end",
  (text) => {
    expect(endsSentence(text)).toBe(false);
  },
);

test("endsWithPunctuation() knows the commas and colons of all scripts", () => {
  for (const text of ["The bridge,", "大桥，", "الجسر،", "ድልድዩ፣", "The bridge:"])
    expect([text, endsWithPunctuation(text)]).toEqual([text, true]);
  expect(endsWithPunctuation("The bridge")).toBe(false);
});

test("asksQuestion() knows the question marks of all scripts", () => {
  for (const text of ["Is it?", "هل الجسر مغلق؟", "橋は？」", "ድልድዩ ተዘግቷል፧", "Είναι κλειστή;"])
    expect([text, asksQuestion(text)]).toEqual([text, true]);
  for (const text of ["It is.", "It is;"]) expect([text, asksQuestion(text)]).toEqual([text, false]);
});
