import { expect, test } from "vitest";
import { problemKinds } from "../../../importer/problems.ts";
import { byGravity, groupOfProblem } from "../../../schemas/desk/problem-groups.ts";
import { qualityCodes } from "../../../schemas/index.ts";

/** The codes in each group. */
const groups = {
  withdrawal: ["story-canceled", "withdraws-another"],
  hold: ["embargo-without-end", "unknown-status"],
  doubt: [
    ...["bad-front-matter", "damaged-characters", "date-unreadable", "language-unknown", "low-confidence"],
    ...["no-body", "publication-date-unknown", "source-unknown", "unsupported-item"],
  ],
  duplicate: ["address-reused", "identity-contested", "near-duplicate", "path-reused"],
  picture: [
    ...["image-not-fetched", "image-not-read", "image-not-uploaded"],
    ...["missing-alt-text", "missing-asset", "missing-credit"],
  ],
  told: ["deleted-left-alone", "new-source", "not-published", "suggestion"],
} as const;

test.each(Object.entries(groups))("groupOfProblem() tells the problems of the group %s", (group, codes) => {
  expect(codes.map(groupOfProblem)).toEqual(codes.map(() => group));
});

test("every problem that a story can be imported with has a group", () => {
  // What was not imported has no record; these two are of a part of a story.
  const ofAPart = ["unsupported-item", "deleted-left-alone"];
  const imported = Object.entries(problemKinds).flatMap(([code, { severity }]) =>
    severity === "grave" || severity === "question" || ofAPart.includes(code) ? [code] : [],
  );
  expect(Object.values(groups).flat().toSorted()).toEqual([...imported, ...qualityCodes].toSorted());
});

test("byGravity() puts a problem of a graver group first, and leaves equal ones as they are", () => {
  const codes = ["new-source", "missing-credit", "no-body", "of-a-newsroom", "story-canceled", "path-reused"];
  expect(
    codes
      .map((code) => ({ code }))
      .toSorted(byGravity)
      .map(({ code }) => code),
  ).toEqual(["story-canceled", "no-body", "of-a-newsroom", "path-reused", "missing-credit", "new-source"]);
});
