import { jsonMatch } from "@sanity/json-match";
import { extract } from "@sanity/mutator";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  appendStep,
  formatPath,
  keyedMember,
  parsePath,
  valueAt,
  type Path,
  type PathStep,
} from "../../schemas/index.ts";

const awkward = fc.constantFrom(
  '"',
  "'",
  "\\",
  "]",
  "[",
  ".",
  " ",
  "==",
  "_key",
  "الهدنة",
  "ניסוי",
  "👩‍👩‍👧",
  "é",
  "\n",
);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(awkward, fc.string())).map((parts) => parts.join("")),
);
const name = fc.oneof(fc.constantFrom("body", "_ref", "true", "null", "a-b", "0", ""), text);
const anyStep: fc.Arbitrary<PathStep> = fc.oneof(
  name,
  fc.integer({ min: -9, max: 9 }),
  text.map((_key) => ({ _key })),
);
const anyPath: fc.Arbitrary<Path> = fc.array(anyStep);

/** Paths as people and Studio write them. */
const written = fc
  .tuple(
    fc.constantFrom("body", "infoSources", "_system"),
    fc.array(
      fc.oneof(
        fc.constantFrom(".source", "._ref", ".text", "[0]", "[12]", "[-1]", "['a-b']"),
        text.map((key) => `[_key==${JSON.stringify(key)}]`),
      ),
    ),
  )
  .map(([first, rest]) => first + rest.join(""));

test("parsePath() gives back the steps that formatPath() wrote", () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
  );
});

test("formatPath() gives back the text that parsePath() read", () => {
  fc.assert(
    fc.property(written, (path) => {
      expect(formatPath(parsePath(path) ?? ["unreadable"])).toBe(path);
    }),
  );
});

test.each([
  ["", []],
  ["headline", ["headline"]],
  ['infoSources[_key=="a b"].source._ref', ["infoSources", { _key: "a b" }, "source", "_ref"]],
  ["body[3].children[0]", ["body", 3, "children", 0]],
  ['body[_key=="a\\"]b\\\\"]', ["body", { _key: 'a"]b\\' }]],
  ['body[_key == "\\u0627"]', ["body", { _key: "ا" }]],
  ["body[_key=='it is']", ["body", { _key: "it is" }]],
  ["[0].text", [0, "text"]],
  ["['it\\'s'].a", ["it's", "a"]],
  // A name that patches could not carry so is still one name.
  ["odd-name.text", ["odd-name", "text"]],
])("parsePath() reads %s", (path, steps) => {
  expect(parsePath(path)).toEqual(steps);
});

test.each([
  "a..b",
  ".a",
  "a.",
  "body[]",
  "body[*]",
  "body[0:2]",
  "body[0",
  'body[_key=="a]',
  'a[name=="b"]',
  "a]b",
])("parsePath() does not take %s for a path to one place", (path) => {
  expect(parsePath(path)).toBeUndefined();
  expect(valueAt({ a: { b: 1 }, body: [1] }, path)).toBeUndefined();
});

test("parsePath() never throws", () => {
  fc.assert(fc.property(text, (path) => void parsePath(path)));
});

test("appendStep() goes on from a path by one step", () => {
  fc.assert(
    fc.property(anyPath, anyStep, (path, step) => {
      expect(parsePath(appendStep(formatPath(path), step))).toEqual([...path, step]);
    }),
  );
});

test("keyedMember() takes a path apart at the key that it ends with", () => {
  fc.assert(
    fc.property(anyPath, text, (path, key) => {
      const array = formatPath(path);
      expect(keyedMember(appendStep(array, { _key: key }))).toEqual({ array, key });
    }),
  );
  for (const path of ["headline", "body[0]", 'body[_key=="a"].text', "", "body["]) {
    expect(keyedMember(path)).toBeUndefined();
  }
});

/** A document, and the way to one of the values in it that was taken while it was walked. */
const places = fc
  .tuple(
    fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        fc.dictionary(name, tie("value")),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.uniqueArray(
          fc.tuple(text, fc.dictionary(name, tie("value"))).map(([_key, rest]) => ({ ...rest, _key })),
          { selector: ({ _key }) => _key, maxLength: 4 },
        ),
      ),
    })).value,
    fc.array(fc.nat()),
  )
  .map(([document, choices]) => {
    const path: PathStep[] = [];
    let value = document;
    for (const choice of choices) {
      if (typeof value !== "object" || value === null) break;
      const entries = Object.entries(value);
      const [key = "", member] = entries[choice % (entries.length || 1)] ?? [];
      if (entries.length === 0) break;
      if (Array.isArray(value)) path.push(hasKey(member) ? { _key: member._key } : Number(key));
      else path.push(key);
      value = member;
    }
    return { document, path, value };
  });

const hasKey = (value: unknown): value is { readonly _key: string } =>
  typeof value === "object" && value !== null && "_key" in value && typeof value._key === "string";

test("valueAt() finds what a plain walk comes upon, by steps and by text", () => {
  fc.assert(
    fc.property(places, ({ document, path, value }) => {
      expect(valueAt(document, path)).toBe(value);
      expect(valueAt(document, formatPath(path))).toBe(value);
    }),
  );
});

test("valueAt() finds what JSONMatch, with which the lake patches, finds at the same text", () => {
  fc.assert(
    fc.property(places, ({ document, path, value }) => {
      // JSONMatch has no path to the document itself.
      if (path.length === 0 || typeof document !== "object" || document === null) return;
      const found = [...jsonMatch(document, formatPath(path))].map((match) => match.value);
      expect(found).toEqual([value]);
    }),
  );
});

test("valueAt() finds what Studio's mutator finds at the same text", () => {
  const key = text.filter(
    (each) =>
      JSON.stringify(each)
        .replaceAll(/\\["\\]/g, "")
        .indexOf("\\") === -1,
  );
  fc.assert(
    fc.property(key, (_key) => {
      const document = { body: [{ _key: `not ${_key}` }, { _key, text: "found" }] };
      const path = ["body", { _key }, "text"];
      expect(valueAt(document, path)).toBe("found");
      expect(extract(formatPath(path), document)).toEqual(["found"]);
    }),
  );
});

test("valueAt() finds nothing where a path leads nowhere, nor what objects have by birth", () => {
  const document = { body: [{ _key: "a", text: "x" }], slug: { current: "s" } };
  for (const path of [
    "headline",
    "body[1]",
    'body[_key=="b"]',
    "body.text",
    "slug[0]",
    "constructor",
    "slug.current.length",
  ]) {
    expect(valueAt(document, path)).toBeUndefined();
  }
  expect(valueAt(document, "body[-1].text")).toBe("x");
  expect(valueAt(undefined, "headline")).toBeUndefined();
});
