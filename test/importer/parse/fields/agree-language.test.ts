import { expect, test } from "vitest";
import { agreeLanguage } from "../../../../importer/parse/fields/agree-language.ts";
import texts from "../phrases/texts-by-language.json" with { type: "json" };

const languageOf = (declared: string, text: string) =>
  agreeLanguage([{ written: declared, place: "html" }], text).value;

test.each([
  ["nb-NO", texts.no],
  ["bs", texts.hr],
  ["fil", texts.tl],
  ["ms", texts.id],
] as const)("agreeLanguage() believes the declared %s of a text in its kin", (declared, [text = ""]) => {
  expect(languageOf(declared, text)).toBe(declared);
});

test("agreeLanguage() takes the language of the words where another one is declared", () => {
  expect(languageOf("en-US", texts.sw[0] ?? "")).toBe("sw");
});
