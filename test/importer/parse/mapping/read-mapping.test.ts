import fc from "fast-check";
import { expect, test } from "vitest";
import { ImportError } from "../../../../importer/import-error.ts";
import { readMapping } from "../../../../importer/parse/mapping/read-mapping.ts";
import { fieldAt } from "../../../../importer/parse/mapping/field-at.ts";

function refusal(text: string): string {
  try {
    readMapping(text, "m.yaml");
  } catch (error) {
    if (error instanceof ImportError) return `${error.code}: ${error.message}`;
  }
  return "taken";
}

test("a mapping may be written in YAML or JSON", () => {
  const inYaml = readMapping("fields:\n  headline: t\n  body: { at: [a, b], as: html }\n", "m");
  expect(readMapping('{"fields":{"headline":"t","body":{"at":["a","b"],"as":"html"}}}', "m")).toEqual(inYaml);
  expect(inYaml.fields).toEqual({ headline: { at: ["t"] }, body: { at: ["a", "b"], as: "html" } });
});

test.each([
  ["fields: [", 'mapping-invalid: Cannot use the mapping "m.yaml": '],
  ["", "expected object"],
  ["fields: { headlin: t }", 'fields: unknown name "headlin", expected one of id, url, headline'],
  ["fields: { url: u }", "fields: expected at least a headline or a body"],
  ["fields: { headline: { at: t, az: html } }", 'fields.headline: unknown name "az"'],
  ["fields: { headline: 3 }", "fields.headline: expected a path, or {at, as, split}, or {value}"],
  ["fields: { headline: t }\ndelimiter: ', '", "delimiter: "],
  ["fields: { headline: t }\nfeilds: 1", 'unknown name "feilds"'],
])("the mapping %j is refused with its reason", (text, expected) => {
  expect(refusal(text)).toContain(expected);
});

test.each([
  ["plain", 1],
  ["with.dot", 2],
  ["/a/b", 3],
  ["a/b", 4],
  ["/list/1/x", 6],
  ["list[1].x", 6],
  ["list[].x", [5, 6, undefined]],
  ["deep.list[0][1]", 8],
  ["/sl~1ash/til~0de", 9],
  ["list.x", undefined],
  ["plain.more", undefined],
  ["list[9].x", undefined],
  ["constructor", undefined],
  ["a.__proto__", undefined],
])("the path %j leads where it says", (path, expected) => {
  const record = {
    plain: 1,
    "with.dot": 2,
    a: { b: 3 },
    "a/b": 4,
    list: [{ x: 5 }, { x: 6 }, {}],
    deep: { list: [[7, 8]] },
    "sl/ash": { "til~de": 9 },
  };
  expect(fieldAt(record, path)).toEqual(expected);
});

test("no path makes reading a record throw", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (record, path) => {
      fieldAt(record, path);
      fieldAt(record, `/${path}`);
      fieldAt(record, `${path}[].x`);
    }),
  );
});
