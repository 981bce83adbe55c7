import { expect, test } from "vitest";
import { csvParser } from "../../../../importer/parse/formats/csv/csv-parser.ts";
import { markdownParser } from "../../../../importer/parse/formats/markdown/markdown-parser.ts";
import { ndjsonParser } from "../../../../importer/parse/formats/ndjson/ndjson-parser.ts";
import type { Mapping } from "../../../../importer/parse/mapping/mapping.ts";
import type { ParsedStory } from "../../../../importer/parse/parsed-story.ts";
import { parseFixture } from "../../../support/format-fixtures.ts";

type Flags = Readonly<Record<string, string | boolean | number>>;
type Read = (flags: Flags) => ParsedStory | undefined;

const sentence = "The mill in the valley turned again on Friday, and would not stop before the winter came.";
const ofMapping: Mapping = { fields: { headline: { at: ["headline"] }, body: { at: ["body"] } } };

const inNdjson =
  (mapping?: Mapping): Read =>
  (flags) =>
    parseFixture(ndjsonParser(mapping), JSON.stringify({ headline: "Mill turns", body: sentence, ...flags }))
      .stories[0];

const formats: readonly (readonly [string, Read])[] = [
  ["NDJSON", inNdjson()],
  ["NDJSON with a mapping that says nothing of it", inNdjson(ofMapping)],
  [
    "CSV",
    (flags) => {
      const names = ["headline", "body", ...Object.keys(flags)];
      const cells = ["Mill turns", `"${sentence}"`, ...Object.values(flags).map(String)];
      return parseFixture(csvParser(), `${names.join(",")}\n${cells.join(",")}\n`).stories[0];
    },
  ],
  [
    "front matter",
    (flags) => {
      const lines = Object.entries(flags).map(([name, value]) => `${name}: ${String(value)}\n`);
      return parseFixture(markdownParser, `---\ntitle: Mill turns\n${lines.join("")}---\n${sentence}\n`)
        .stories[0];
    },
  ],
];

for (const [format, read] of formats) {
  test.each<readonly [Flags]>([
    [{ published: false }],
    [{ published: "no" }],
    [{ is_published: false, date: "2026-03-04" }],
    [{ draft: true }],
    [{ isDraft: "yes" }],
    [{ unpublished: true }],
    [{ draft: 1, published: "2026-03-04" }],
  ])(`in ${format}, %j withholds the story`, (flags) => {
    expect(read(flags)?.control?.pubStatus).toBe("withheld");
  });

  test.each<readonly [Flags]>([
    [{ published: true }],
    [{ draft: false }],
    [{ draft: "no", published: "yes" }],
  ])(`in ${format}, %j does not`, (flags) => {
    expect(read(flags)?.control?.pubStatus ?? "usable").toBe("usable");
    expect(read(flags)?.problems).toEqual([]);
  });
}

test.each([formats[0], formats[2], formats[3]].flatMap((format) => (format === undefined ? [] : [format])))(
  "in %s, a status of a draft withholds the story, and a flag hides no date",
  (_, read) => {
    expect(read({ status: "draft" })?.control?.pubStatus).toBe("withheld");
    expect(read({ published: true, date: "2026-03-04" })?.publishedAt).toBe("2026-03-04");
    expect(read({ published: "2026-03-04" })?.publishedAt).toBe("2026-03-04");
    expect(read({ published: "2026-03-04" })?.control).toBeUndefined();
  },
);

test("a mapping may name the flags, and say that there are none", () => {
  const named = inNdjson({
    fields: { ...ofMapping.fields, draft: { at: ["wip"] }, published: { at: ["live"] } },
  });
  expect(named({ wip: true })?.control?.pubStatus).toBe("withheld");
  expect(named({ live: false })?.control?.pubStatus).toBe("withheld");
  expect(named({ wip: "perhaps" })?.problems).toMatchObject([{ code: "unknown-status" }]);
  const dated = inNdjson({ fields: { ...ofMapping.fields, publishedAt: { at: ["published"] } } });
  expect(dated({ published: false })?.control?.pubStatus).toBe("withheld");
  const silent = inNdjson({ fields: { ...ofMapping.fields, draft: { value: "no" } } });
  expect(silent({ draft: true })?.control?.pubStatus).toBe("usable");
});

test.each([
  ["02/11/2026", undefined, ["date-unreadable"]],
  ["11/02/26", undefined, ["date-unreadable"]],
  ["02.11.2026", "2026-11-02", []],
  ["13/02/2026", "2026-02-13", []],
])("of %j, a record has the day only where its order is sure", (date, day, problems) => {
  for (const read of [inNdjson(), formats[2]?.[1]]) {
    const story = read?.({ date });
    expect(story?.publishedAt).toBe(day);
    expect(story?.problems.map(({ code }) => code)).toEqual(problems);
  }
});
