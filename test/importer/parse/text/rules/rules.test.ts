import { describe, expect, test } from "vitest";
import { outletReadingOf } from "../../../../../importer/outlets/reading/outlet-reading-of.ts";
import type { OutletReading } from "../../../../../importer/parse/outlet-reading.ts";
import { assignRoles } from "../../../../../importer/parse/text/assign-roles.ts";
import { groupLines, type RoledLine } from "../../../../../importer/parse/text/lines.ts";
import { belowHeadlineRules } from "../../../../../importer/parse/text/rules/below-headline-rules.ts";
import { bodyRules } from "../../../../../importer/parse/text/rules/body-rules.ts";
import { boilerplateRules } from "../../../../../importer/parse/text/rules/boilerplate-rules.ts";
import { bylineRules } from "../../../../../importer/parse/text/rules/byline-rules.ts";
import { controlRules } from "../../../../../importer/parse/text/rules/control-rules.ts";
import { datelineRules } from "../../../../../importer/parse/text/rules/dateline-rules.ts";
import {
  headlineRules,
  repeatRules,
  topRules,
} from "../../../../../importer/parse/text/rules/headline-rules.ts";
import { listRules } from "../../../../../importer/parse/text/rules/list-rules.ts";
import { metadataRules } from "../../../../../importer/parse/text/rules/metadata-rules.ts";
import { pictureRules } from "../../../../../importer/parse/text/rules/picture-rules.ts";
import type { Rule, RuleExample } from "../../../../../importer/parse/text/rules/rule.ts";
import { tailRules } from "../../../../../importer/parse/text/rules/tail-rules.ts";
import { readCorpus } from "../../../../corpus/read-corpus.ts";

const headline = "Bridge over the river closed for a year";
const paragraphs = [
  "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.",
  "Traffic will take the ferry meanwhile, which runs every ten minutes from six in the morning until midnight.",
  "Shops on both sides of the river fear for their customers, and the mayor has promised them lower rents.",
];

/** A story in which the lines of an example stand where the example says. */
function storyOf({ part, lines }: RuleExample): string {
  const [first = "", second = "", third = ""] = paragraphs;
  const parts: Record<RuleExample["part"], string[]> = {
    top: [...lines, headline, "", first, "", second],
    head: [headline, ...lines, "", first, "", second],
    text: [headline, "", first, "", second, "", ...lines, "", third],
    end: [headline, "", first, "", second, "", ...lines],
    whole: [...lines],
  };
  return parts[part].join("\n");
}

/** What the example says of the outlet. */
function readingOf({ outlet }: RuleExample): OutletReading | undefined {
  const learned = outlet?.flatMap(({ shape, role, habit }) =>
    habit === "taught"
      ? []
      : [
          {
            ...shapeOf("learnedShape", shape),
            role,
            habit,
            stands: "head",
            stories: 9,
            isUsual: false,
          } as const,
        ],
  );
  const taught = outlet?.flatMap(({ shape, role, habit }) =>
    habit === "taught" ? [{ ...shapeOf("taughtRule", shape), role, ...lesson } as const] : [],
  );
  return learned && taught && outletReadingOf({ learned, taught });
}

const lesson = {
  by: "editor",
  at: "2026-01-01T00:00:00Z",
  state: "active",
  kept: 0,
  contradicted: 0,
} as const;

const shapeOf = <Type extends string>(_type: Type, shape: string) => ({ _type, _key: shape, shape });

const tables: Readonly<Record<string, readonly Rule<never, unknown>[]>> = {
  boilerplateRules,
  controlRules,
  metadataRules,
  topRules,
  headlineRules,
  repeatRules,
  datelineRules,
  bylineRules,
  pictureRules,
  belowHeadlineRules,
  listRules,
  tailRules,
  bodyRules,
};

const kindOf = ({ name, roles, confidence }: Rule<never, unknown>): string =>
  `${name} (${roles.join(", ")}; ${confidence})`;

describe.each(Object.entries(tables))("%s", (_, rules) => {
  test.each(rules.map((rule) => [kindOf(rule), rule] as const))("%s fires in its example", (_, rule) => {
    const lines = assignRoles(groupLines(storyOf(rule.example)), readingOf(rule.example));
    const isOwn = (line: RoledLine | undefined, place: number): boolean =>
      line?.rule === rule.name && line.confidence === rule.confidence && line.role === rule.roles[place];
    const fires = lines.some((_, index) =>
      rule.roles.every((_, place) => isOwn(lines[index + place], place)),
    );
    expect(fires, lines.map(({ role, rule, text }) => `${role} (${rule}): ${text}`).join("\n")).toBe(true);
  });

  test("have permanent names in kebab-case, confidences from 0 to 1, and words that tell each from the others", () => {
    for (const { name, confidence } of rules) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(new Set(rules.map(({ looksAt }) => looksAt)).size).toBe(rules.length);
  });
});

test("every role in the corpus is given by a row of a table", () => {
  const known = new Set(
    Object.values(tables)
      .flat()
      .flatMap(({ name, roles, confidence }) => roles.map((role) => `${role} ${name} ${confidence}`)),
  );
  const given = readCorpus()
    .flatMap(({ text }) => assignRoles(groupLines(text)))
    .map(({ role, rule, confidence }) => `${role} ${rule} ${confidence}`);
  expect(given.length).toBeGreaterThan(1000);
  expect([...new Set(given)].filter((kind) => !known.has(kind))).toEqual([]);
});
