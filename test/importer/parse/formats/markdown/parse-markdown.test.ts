import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../../../../importer/parse/formats/markdown/parse-markdown.ts";
import { recognisesMarkdown } from "../../../../../importer/parse/formats/markdown/recognises-markdown.ts";
import { textOfBlock } from "../../../../../importer/parse/text-of-block.ts";
import { cpuMsOf } from "../../../../support/cpu-time.ts";

const folder = join(import.meta.dirname, "../fixtures/markdown");
const linesOf = (text: string): string[] =>
  parseMarkdown(text).blocks.map((block) => (block.kind === "text" ? textOfBlock(block) : "[picture]"));

describe("parseMarkdown()", () => {
  test.each([
    "kiln.en", // all of front matter, reference links, nested lists, a table, pictures beside the file
    "lighthouse.ar", // right to left, keys that no one knows, a caption below its picture
    "untidy.de", // no front matter, raw and hostile HTML
  ])("reads %s as the expected story beside it", async (name) => {
    const text = await readFile(join(folder, `${name}.md`), "utf8");
    const { pieces: _, ...story } = parseMarkdown(text);
    expect(story).toEqual(JSON.parse(await readFile(join(folder, `${name}.expected.json`), "utf8")));
    expect(recognisesMarkdown(text)).toBe(true);
  });

  test("keeps the text when the front matter cannot be read, and says so", () => {
    for (const yaml of ['title: "no end', `a: ${"[".repeat(60_000)}`, "x: *nobody"]) {
      const story = parseMarkdown(`---\n${yaml}\n---\n\n# Headline\n\nText.\n`);
      expect(story).toMatchObject({
        headline: "Headline",
        problems: [{ code: "bad-front-matter", line: 1 }],
      });
      expect(story.blocks).toHaveLength(1);
    }
  });

  test("reads front matter in TOML between its own lines, with the line of each value", () => {
    const story = parseMarkdown(
      [
        "+++",
        'title = "Quay wall repaired"',
        "date = 2026-03-06T08:00:00+01:00",
        "draft = true",
        'authors = ["Mona Vester"]',
        "[taxonomies]",
        'tags = ["coast", "transport"]',
        "[extra]",
        'title = "Not this"',
        'source = "Skarr Echo"',
        "+++",
        "",
        "The wall was *repaired*.",
      ].join("\n"),
    );
    expect(story).toMatchObject({
      headline: "Quay wall repaired",
      publishedAt: "2026-03-06T08:00:00+01:00",
      byline: "Mona Vester",
      keywords: ["coast", "transport"],
      infoSources: [{ printed: "Skarr Echo" }],
      control: { pubStatus: "withheld" },
      problems: [],
    });
    expect(story.evidence.find(({ path }) => path === "publishedAt")).toMatchObject({ lines: [3] });
    expect(story.evidence.find(({ path }) => path === "keywords")).toMatchObject({ lines: [6] });
    expect(recognisesMarkdown('+++\ntitle = "A"\n+++\nText.')).toBe(true);
  });

  test.each([
    ["2026-03-06", "2026-03-06"],
    ["2026-03-06T08:00:00", "2026-03-06"],
    ["2026-03-06T08:00:00Z", "2026-03-06T08:00:00Z"],
  ])("makes up no part of the date %s of TOML", (written, publishedAt) => {
    expect(parseMarkdown(`+++\ntitle = "A"\ndate = ${written}\n+++\nText.`).publishedAt).toBe(publishedAt);
  });

  test("keeps the text when TOML cannot be read, and says so", () => {
    for (const toml of ['title = "no end', "title: A", `a = ${"[".repeat(60_000)}`]) {
      expect(parseMarkdown(`+++\n${toml}\n+++\n\n# Headline\n\nText.\n`)).toMatchObject({
        headline: "Headline",
        problems: [{ code: "bad-front-matter", line: 1 }],
      });
    }
  });

  test("takes a line of plus signs for no front matter by itself", () => {
    expect(recognisesMarkdown("+++\nStorm warning for the islands\n\nThe wind rises.")).toBe(false);
  });

  test("expands no aliases without end", () => {
    const levels = "abcdefghij".split("").map(
      (name, index, all) =>
        `${name}: &${name} [${Array(9)
          .fill(index === 0 ? "x" : `*${all[index - 1]}`)
          .join(", ")}]`,
    );
    expect(parseMarkdown(`---\n${levels.join("\n")}\n---\nText.`).problems).toMatchObject([
      { code: "bad-front-matter" },
    ]);
  });

  test("invents no moment: a day alone is below even odds, and an embargo without offset withholds", () => {
    const story = parseMarkdown("---\ntitle: A\ndate: 2026-05-03\nembargo: 2026-05-04 06:00\n---\nText.");
    expect(story.publishedAt).toBe("2026-05-03");
    expect(story.evidence.find(({ path }) => path === "publishedAt")).toMatchObject({
      lines: [3],
      confidence: 0.4,
    });
    expect(story.control).toEqual({ pubStatus: "withheld" });
    expect(story.problems).toMatchObject([{ code: "embargo-without-end", line: 4 }]);
    const soon = parseMarkdown("---\ntitle: A\ndate: soon\n---\nText.");
    expect(soon.publishedAt).toBeUndefined();
    expect(soon.problems).toMatchObject([{ code: "date-unreadable", path: "publishedAt" }]);
  });

  test("takes the first name that holds a date, and no flag for one", () => {
    const story = parseMarkdown("---\ntitle: A\npublished: true\ndate: 2026-05-03T06:00:00Z\n---\nText.");
    expect(story.publishedAt).toBe("2026-05-03T06:00:00Z");
    expect(parseMarkdown("---\ntitle: A\npublished: true\n---\nText.").problems).toEqual([]);
  });

  test("takes a rule for no front matter, and text in dashes for none either", () => {
    expect(linesOf("---\n\nText.\n\n---\n\nMore.")).toEqual(["Text.", "More."]);
    expect(linesOf("Text.\n\n---\ntitle: x\n---\n")).toContain("Text.");
  });

  test("keeps a first heading that is not the headline", () => {
    expect(linesOf("---\ntitle: Bridge opens\n---\n# What the mayor said\n\nText.")).toEqual([
      "What the mayor said",
      "Text.",
    ]);
    expect(parseMarkdown("## Only a part\n\nText.")).toMatchObject({ headline: "" });
  });

  test.each([
    ["quotations in quotations", ">".repeat(100_000) + "x"],
    ["stars", "*a ".repeat(50_000)],
    ["brackets", "[".repeat(50_000) + "x"],
    ["pictures that never end", "![a](".repeat(30_000)],
    ["references", "[a]: x\n".repeat(20_000) + "[a]".repeat(20_000)],
    ["raw elements", "<div>".repeat(100_000)],
    ["back ticks", "`a".repeat(30_000)],
  ])("reads %s without end within a few seconds", (_, text) => {
    const read = (): void => {
      expect(parseMarkdown(text).headline).toBe("");
      expect(recognisesMarkdown(text)).toBeTypeOf("boolean");
    };
    expect(cpuMsOf(read)).toBeLessThan(8_000);
  });

  test.each([
    ["---\ntitle: A\n---\nText.", "a.txt", true],
    ["# A\n\nSee [this](https://b.example).", "a.txt", true],
    ["Text and nothing else.", "a.md", false],
    ["Text and **nothing** else.", "a.md", true],
    ["Bridge opens\n\nThe bridge (see below) opens * today *.\n\n- Reuters", "a.txt", false],
    ["<!doctype html><html><body># A</body></html>", "a.md", false],
    ["المصدر: رويترز\n\nنص الخبر.", "a.txt", false],
  ])("recognisesMarkdown() tells what %j in %s is", (text, name, expected) => {
    expect(recognisesMarkdown(text, name)).toBe(expected);
  });
});
