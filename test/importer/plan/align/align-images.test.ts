import { expect, test } from "vitest";
import { alignImages } from "../../../../importer/plan/align/align-images.ts";
import { alignKeys } from "../../../../importer/plan/align/align-keys.ts";
import { newsImage } from "../../../../schemas/index.ts";

const imageOf = (_id: string, text: string) =>
  newsImage.parse({
    _id,
    _type: "newsImage",
    captions: [{ _type: "localizedText", _key: "k", language: "en", text }],
  });

/** The ids that images get of which the last import had one, with the id `old`. */
function alignedIds(before: string, after: Readonly<Record<string, string>>): Record<string, string> {
  const article = { _type: "article", leadImage: { _type: "figure", image: { _ref: "old" } } };
  const images = Object.entries(after).map(([id, text]) => imageOf(id, text));
  return Object.fromEntries(alignImages({ article, old: imageOf("old", before) }, "article", images));
}

/** The keys that paragraphs get of which the last import had one, with the key `old`. */
function alignedKeys(before: string, after: Readonly<Record<string, string>>): Record<string, string> {
  const blockOf = (_key: string, text: string) => ({
    _type: "block",
    _key,
    children: [{ _type: "span", _key: "s", text }],
  });
  const keys = Object.keys(after);
  const incoming = { body: Object.entries(after).map(([key, text]) => blockOf(key, text)) };
  const { body } = alignKeys({ body: [blockOf("old", before)] }, incoming);
  return Object.fromEntries(
    body.flatMap(({ _key }, at) => (_key === keys[at] ? [] : [[keys[at] ?? "", _key]])),
  );
}

/** What was imported last, what is new by its id or key, and which of the new is the old one. */
const cases: readonly (readonly [string, string, Readonly<Record<string, string>>, string | undefined])[] = [
  ["half of the words are the same", "one two three four", { a: "one two five six" }, "a"],
  ["less than half of the words are the same", "one two three four", { a: "one five six seven" }, undefined],
  [
    "a new one that is like it stands before the corrected one",
    "the mayor opens the bridge on Monday",
    { a: "the mayor opens the ferry on Sunday", b: "the mayor opens the bridge on Tuesday" },
    "b",
  ],
];

test.each(cases)("an image and a paragraph are recognised alike: %s", (_, before, after, same) => {
  const expected = same === undefined ? {} : { [same]: "old" };
  expect(alignedIds(before, after)).toEqual(expected);
  expect(alignedKeys(before, after)).toEqual(expected);
});
