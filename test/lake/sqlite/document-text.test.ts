import fc from "fast-check";
import { expect, it } from "vitest";
import { textOfDocument } from "../../../lake/sqlite/document-text.ts";

it("textOfDocument() is what JSON.stringify makes of every state of a document", () => {
  const name = fc.oneof(fc.constantFrom("a", "b", "c", "__proto__", "1", 'q"'), fc.string());
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constant(undefined),
    fc.date({ noInvalidDate: true }),
    fc.double(),
  );
  const members = fc.dictionary(name, value, { noNullPrototype: true });
  fc.assert(
    fc.property(members, fc.array(members, { maxLength: 4 }), (first, patches) => {
      const stamp = { _id: "d", _type: "t", _createdAt: "", _updatedAt: "" };
      let before = null;
      let after = { ...first, ...stamp, _rev: "0" };
      for (const [index, patch] of [{}, ...patches].entries()) {
        after = { ...after, ...patch, ...stamp, _rev: String(index) };
        expect(textOfDocument(before, after)).toBe(JSON.stringify(after));
        before = after;
      }
    }),
  );
});
