import { expect, it } from "vitest";
import { applyPatch } from "../../../lake/core/apply-patch.ts";
import { RuleViolation } from "../../../lake/core/rule-violation.ts";
import { writeAllowance, type CountEdit } from "../../../lake/core/write-allowance.ts";

it("writeAllowance() counts many small edits, and what lies empty between them", () => {
  const count = writeAllowance();
  const edit = { operation: { set: { a: 1 } }, level: 1, gap: 1_000 };
  for (let made = 0; made < 19_000; made += 1) count(edit);
  expect(() => {
    for (let made = 0; made < 2_000; made += 1) count(edit);
  }).toThrow(RuleViolation);
});

it("applyPatch() counts each place that it writes to, where it is, and the gap before it", () => {
  const counted: Parameters<CountEdit>[0][] = [];
  const document = { list: [{ text: "a" }, { text: "b" }], tags: ["x"] };
  applyPatch(document, "id", { set: { "list[*].text": "c", "tags[4]": "y" } }, (edit) => counted.push(edit));
  expect(counted).toEqual([
    { operation: { set: { "list[0].text": "c" } }, level: 3, gap: 0 },
    { operation: { set: { "list[1].text": "c" } }, level: 3, gap: 0 },
    { operation: { set: { "tags[4]": "y" } }, level: 2, gap: 3 },
  ]);
});
