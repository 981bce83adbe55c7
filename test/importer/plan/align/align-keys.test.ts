import fc from "fast-check";
import { expect, test } from "vitest";
import { alignKeys } from "../../../../importer/plan/align/align-keys.ts";
import { makeKeys } from "../../../../importer/deterministic-keys.ts";

const word = fc.constantFrom("bridge", "river", "mayor", "town", "جسر", "نهر");
const paragraph = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
const texts = fc.array(paragraph, { maxLength: 6 });

/** A story's text under the keys that the importer gives it. */
function storyOf(paragraphs: readonly string[]) {
  const keyOf = makeKeys();
  const body = paragraphs.map((text) => {
    const _key = keyOf(text);
    return { _type: "block", _key, children: [{ _type: "span", _key: `${_key}-0`, text }] };
  });
  return { _type: "article", body };
}

const textsOf = ({ body }: ReturnType<typeof storyOf>) => body.map(({ children }) => children[0]?.text);

test("alignKeys() changes no text, and leaves every key different", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const aligned = alignKeys(storyOf(before), storyOf(after));
      expect(textsOf(aligned)).toEqual(after);
      expect(new Set(aligned.body.map(({ _key }) => _key)).size).toBe(after.length);
    }),
  );
});

test("alignKeys() gives a story that is imported again the keys it has got, however often it changed before", () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (versions) => {
      let base = storyOf([]);
      for (const version of versions) {
        base = alignKeys(base, storyOf(version));
        expect(alignKeys(base, storyOf(version))).toEqual(base);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("alignKeys() gives a corrected paragraph its old key, and a new one a key of its own", () => {
  const base = storyOf(["The bridge opens on Monday at noon.", "It rained."]);
  const next = storyOf(["The mayor came.", "The bridge opens on Tuesday at noon.", "It rained."]);
  const aligned = alignKeys(base, next);
  expect(aligned.body.slice(1).map(({ _key }) => _key)).toEqual(base.body.map(({ _key }) => _key));
  expect(aligned.body[0]?._key).toBe(next.body[0]?._key);
});

test("alignKeys() does not give the key of a corrected paragraph to a new one that is like it", () => {
  const base = storyOf(["It rained.", "The mayor said that the bridge opens on Monday at noon."]);
  const next = storyOf([
    "It rained.",
    "The mayor said that the ferry stops on Sunday at noon.",
    "The mayor said that the bridge opens on Tuesday at noon.",
  ]);
  const aligned = alignKeys(base, next);
  expect(aligned.body.map(({ _key }) => _key)).toEqual([
    base.body[0]?._key,
    next.body[1]?._key,
    base.body[1]?._key,
  ]);
});

test("alignKeys() keeps the key of a corrected paragraph from another that says now what it said at first", () => {
  const first = storyOf(["On Monday"]);
  const corrected = alignKeys(first, storyOf(["On Tuesday"]));
  const [key] = corrected.body.map(({ _key }) => _key);
  expect(key).toBe(first.body[0]?._key);
  const { body } = alignKeys(corrected, storyOf(["On Tuesday", "On Monday"]));
  expect(body[0]?._key).toBe(key);
  expect(body[1]?._key).not.toBe(key);
});

test("alignKeys() finds a paragraph again that was moved and corrected, beside a new one that ends alike", () => {
  const end =
    "The meeting went on until late in the evening, and nobody knew when the next one would be held.";
  const [a, b, c] = [
    `The mayor said that the bridge opens. ${end}`,
    `A fisherman sold his boat for a song. ${end}`,
    `Seven geese sat on the town hall. ${end}`,
  ];
  const base = storyOf(["It rained.", a, b]);
  const next = storyOf(["It rained.", b.replace("boat", "net"), a, c]);
  const keys = alignKeys(base, next).body.map(({ _key }) => _key);
  expect(keys).toEqual([base.body[0]?._key, base.body[2]?._key, base.body[1]?._key, next.body[3]?._key]);
});

test("alignKeys() leaves equal paragraphs to their neighbours, although one that was corrected is like them all", () => {
  const refrain = "The mayor said it once more and left. The band played on for an hour.";
  const own = ["It rained.", "The ferry was late.", "Nobody minded.", "The lamps went out."];
  const base = storyOf(own.flatMap((text) => [text, refrain]));
  const [one = "", two = "", three = "", four = ""] = own;
  const next = storyOf([
    one,
    refrain.replace("mayor", "mayoress"),
    two,
    three,
    refrain,
    four,
    `${refrain} Then the bells rang for a quarter of an hour.`,
  ]);
  const places = alignKeys(base, next).body.map(({ _key }) =>
    base.body.findIndex((known) => known._key === _key),
  );
  expect(places).toEqual([0, 1, 2, 4, 5, 6, 7]);
});
