import fc from "fast-check";
import { expect, test } from "vitest";
import { LinearPath } from "../../../../lake/query/evaluate/linear-path.ts";

test("LinearPath finds what a regular expression finds", () => {
  const segment = fc.constantFrom("a", "b", "drafts", "", "a*");
  const id = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join("."));
  const pattern = fc
    .array(fc.oneof(segment, fc.constantFrom("*", "**")), { minLength: 1, maxLength: 5 })
    .map((segments) => segments.join("."));
  fc.assert(
    fc.property(id, pattern, (text, asked) => {
      const parts = asked.split(".").map((part) => {
        if (part === "**") return ".*";
        return part === "*" ? "[^.]+" : part.replace("*", String.raw`\*`);
      });
      expect(new LinearPath(asked).matches(text)).toBe(
        new RegExp(`^${parts.join(String.raw`\.`)}$`).test(text),
      );
      expect(JSON.stringify(new LinearPath(asked))).toBe(JSON.stringify(asked));
    }),
    { numRuns: 5_000 },
  );
});
