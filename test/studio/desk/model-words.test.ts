import { expect, test } from "vitest";
import { withValues } from "../../../schemas/to-sanity/say.ts";
import { toSanityTypes } from "../../../schemas/to-sanity/to-sanity.ts";
import { documentSchemas, qualityChecks } from "../../../schemas/index.ts";
import { modelWords } from "../../../studio/desk/i18n/ar/model-words.ts";
import { sayIn } from "../../../studio/desk/i18n/say-in.ts";
import { startOf } from "../../../studio/desk/language/language-at-start.ts";

const { article, newsImage, source } = documentSchemas;

/** Everything that the types of the three documents say to editors, in a language. */
function saidIn(language: string): string[] {
  const said = new Set<string>();
  const collect = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [name, value] of Object.entries(part)) {
      if (["title", "description"].includes(name) && typeof value === "string") said.add(value);
      else if (!["preview", "options"].includes(name) || hasList(value)) collect(value);
    }
  };
  collect(toSanityTypes({ article, newsImage, source }, sayIn(language)));
  return [...said];
}

const hasList = (value: unknown): boolean => typeof value === "object" && value !== null && "list" in value;

test("every type, field, group, option, style and order of articles, images and sources is in Arabic", () => {
  expect(saidIn("ar").filter((text) => !/\p{Script=Arabic}/u.test(text))).toEqual([]);
  expect(saidIn("en-US").filter((text) => modelWords[text] === undefined)).toEqual([]);
});

test("a check of a document says in Arabic what the problem of its name says", () => {
  const words = qualityChecks
    .flatMap(({ message, hint }) => [message, hint])
    .map((text) => sayIn("ar")(text));
  expect(words.filter((text) => !/\p{Script=Arabic}/u.test(text))).toEqual([]);
});

test("the Arabic of a text keeps its values", () => {
  const slotsOf = (text: string): string[] => text.match(/\{\{\w+\}\}/g) ?? [];
  for (const [english, arabic] of Object.entries(modelWords))
    expect(slotsOf(arabic)).toEqual(slotsOf(english));
});

test("sayIn() says what it has no words for as it is, and puts values in", () => {
  expect(sayIn("ar")("Unheard of {{max}}", { max: 5 })).toBe("Unheard of 5");
  expect(sayIn("ar")("Must be at most {{max}} characters long", { max: 500 })).toBe(
    "يجب ألا يزيد على 500 حرفًا",
  );
  expect(withValues("{{a}} and {{b}}", { a: 1 })).toBe("1 and {{b}}");
});

test.each([
  [null, ["ar-EG", "en"], "ar"],
  [null, ["fr", "en-GB"], "en-US"],
  [null, ["fr"], "en-US"],
  ["en-US", ["ar"], "en-US"],
  ["xx", ["ar"], "ar"],
])("a page begins, after %j was chosen in a browser of %j, in %s", (chosen, preferred, expected) => {
  expect(startOf(chosen, preferred)).toBe(expected);
});
