import { outletReadingOf } from "../../importer/outlets/reading/outlet-reading-of.ts";
import type { OutletReading } from "../../importer/parse/outlet-reading.ts";
import type { RuleExample } from "../../importer/parse/text/rules/rule.ts";

const lesson = {
  by: "editor",
  at: "2026-01-01T00:00:00Z",
  state: "active",
  kept: 0,
  contradicted: 0,
} as const;
const found = { stands: "head", stories: 3, isUsual: false } as const;

/** What the example of a rule says of the outlet, for reading by it. */
export function readingOfExample({ outlet = [] }: RuleExample): OutletReading | undefined {
  return outletReadingOf({
    learned: outlet.flatMap(({ shape, role, habit }) =>
      habit === "taught" ? [] : [{ _type: "learnedShape", _key: shape, shape, role, habit, ...found }],
    ),
    taught: outlet.flatMap(({ shape, role, habit }) =>
      habit === "taught" ? [{ _type: "taughtRule", _key: shape, shape, role, ...lesson }] : [],
    ),
  });
}
