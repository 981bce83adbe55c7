import { describe, expect, test } from "vitest";
import { formOfLine } from "../../../../../importer/parse/formats/iptc7901/form-of-line.ts";
import { iptc7901Parser } from "../../../../../importer/parse/formats/iptc7901/iptc7901-parser.ts";
import { lineForms } from "../../../../../importer/parse/formats/iptc7901/line-forms.ts";
import { readHeader } from "../../../../../importer/parse/formats/iptc7901/message-header.ts";
import { readTransmissionTime } from "../../../../../importer/parse/formats/iptc7901/transmission-time.ts";
import type { ParsedStory } from "../../../../../importer/parse/parsed-story.ts";
import { textOfBlock } from "../../../../../importer/parse/text-of-block.ts";
import { parseFixture } from "../../../../support/format-fixtures.ts";
import { parseAll } from "../../../../support/parse-all.ts";
import { storyFolder } from "../../../../support/story-folder.ts";

const lines = (...all: readonly string[]): string => all.join("\r\n");
const message = ({
  head = "Ferry sails =",
  text = "   Skarr (nwa) - It sails.",
  time = "061305 GMT mar 24",
}) => lines("\x01xyz0123 3 i 12  nwa 0816", "", "Coast/", `\x02${head}`, "", text, `\x03${time}`, "\x04");
const storyIn = (text: string): ParsedStory | undefined => parseFixture(iptc7901Parser, text).stories[0];
const paragraphsOf = (story: ParsedStory | undefined): string[] =>
  (story?.blocks ?? []).map((block) => (block.kind === "text" ? textOfBlock(block) : block.kind));

describe("IPTC 7901", () => {
  test.each(
    lineForms.flatMap((form) => form.examples.map((example) => [form.of, form.name, example] as const)),
  )("%s: the form %s has %j", (of, name, example) => {
    expect(formOfLine(example, of)?.name).toBe(name);
  });

  test.each([
    ["xyz012 3 i 140 cccca   nwa 012", { number: "xyz012", service: "xyz", agency: "nwa" }],
    ["bdt0456 4 vm 112  nwa 1201", { number: "bdt0456", service: "bdt", agency: "nwa" }],
    [
      "NWA0123 5 II 0157 CI            Mi, 06.Mär 2024",
      { number: "NWA0123", service: "NWA", day: "06.Mär 2024" },
    ],
    ["FRA 0123 4 I 0344 FRA /NWA-AB12", { number: "FRA0123", service: "FRA", agency: "NWA" }],
    ["rit0210 3 ind 61", { number: "rit0210", service: "rit" }],
    ["Ferry 12 leaves at 8", undefined],
  ])("reads the header %j", (line, header) => {
    expect(readHeader(line)).toEqual(header);
  });

  test.each([
    ["061305 GMT mar 24", "06 mar 2024 13:05 GMT"],
    ["061305Z MAR 2024", "06 MAR 2024 13:05 Z"],
    ["061402 Mrz 24", "06 Mrz 2024 14:02"],
    ["061305 GMT mar", undefined],
    ["996199 GMT mar 24", undefined],
  ])("reads when a message was sent from %j", (line, time) => {
    expect(readTransmissionTime(line)).toBe(time);
  });

  test("joins the lines of a paragraph, and leaves those apart that were ended on purpose", () => {
    const text = lines(
      "   Skarr (nwa) - The ferry will sail twice as often from April, the",
      "company said on Monday.",
      "   The new times:",
      "Skarr 06.10",
      "Holm 06.55",
    );
    expect(paragraphsOf(storyIn(message({ text })))).toEqual([
      "Skarr (nwa) - The ferry will sail twice as often from April, the company said on Monday.",
      "The new times:",
      "Skarr 06.10",
      "Holm 06.55",
    ]);
  });

  test("reads a headline of several lines, and a second one that stands on a line of its own", () => {
    const text = lines(
      "   Skarr (nwa) - The ferry will sail twice as often from April, the",
      "company said.",
    );
    const head = lines("The island ferry to Holm and back again is to sail twice as", "often from April =");
    expect(storyIn(message({ head, text }))).toMatchObject({
      headline: "The island ferry to Holm and back again is to sail twice as often from April",
    });
    const two = storyIn(message({ head: lines("Ferry to sail more often", "Old ships come back ="), text }));
    expect(two).toMatchObject({ headline: "Ferry to sail more often", subHeadline: "Old ships come back" });
  });

  test("obeys an order in the notes above a text, and reads an embargo in the notebook as one", () => {
    const killed = storyIn(message({ head: lines("(KILL: story is wrong)", "Ferry sails =") }));
    expect(killed?.control?.pubStatus).toBe("canceled");
    const text = lines("   Skarr (nwa) - It sails.", "", "# Notebook", "Embargo: 2026-03-07T06:00:00Z");
    expect(storyIn(message({ text }))?.control).toMatchObject({ embargoedUntil: "2026-03-07T06:00:00Z" });
  });

  test("withholds nothing for saying that its notebook is not for publication", () => {
    const text = lines(
      "   Skarr (nwa) - It sails.",
      "",
      "* * * *   The following information is not intended for publication",
      "Editor: A. Kern",
    );
    const story = storyIn(message({ text }));
    expect(story?.control).toBeUndefined();
    expect(story?.edNote).toContain("Editor: A. Kern");
    expect(paragraphsOf(story)).toEqual(["Skarr (nwa) - It sails."]);
  });

  test("tells two messages of one number apart by their times, and knows one that is sent again", () => {
    const [first, second] = ["061305 GMT mar 24", "061845 GMT mar 24"].map((time) =>
      storyIn(message({ time })),
    );
    expect(first?.identity).toEqual({ kind: "id", value: "nwa:xyz0123:202403061305" });
    expect(second?.identity).toEqual({ kind: "id", value: "nwa:xyz0123:202403061845" });
    expect(storyIn(message({ time: "" }))?.identity).toBeUndefined();
  });

  test("is recognised without its control characters by its header and another line of a wire only", () => {
    const wire = lines(
      "xyz0123 3 i 12  nwa 0816",
      "",
      "Coast/",
      "Ferry sails =",
      "",
      "   Skarr (nwa) - It sails.",
    );
    expect(iptc7901Parser.recognises({ text: wire })).toBe(true);
    expect(storyIn(wire)).toMatchObject({ headline: "Ferry sails", keywords: ["Coast"] });
    for (const text of ["xyz0123 3 i 12\n\nIt sails.", "Ferry sails =\n\nIt sails.", "\x01"])
      expect(iptc7901Parser.recognises({ text })).toBe(false);
  });

  test.each([
    ["CR, CR and LF", "\r\r\n"],
    ["the same, as text is decoded", "\n\n"],
    ["LF", "\n"],
  ])("reads lines that end in %s", (_, end) => {
    const text = lines(
      "   Skarr (nwa) - The ferry will sail twice as often from April, the",
      "company said on Monday.",
    );
    const story = storyIn(message({ text }).replaceAll("\r\n", end));
    expect(story?.headline).toBe("Ferry sails");
    expect(paragraphsOf(story)).toHaveLength(1);
  });

  test("leaves no control character in any text, whatever stands between its marks", () => {
    const text = message({ head: "Fer\x0ery\x16 sails\x7f =", text: "   Skarr (nwa) - It\x1b sails\x05." });
    const { pieces: _, ...story } = storyIn(text) ?? { pieces: [] };
    expect(JSON.stringify(story)).not.toMatch(/\\u00[01]/);
  });

  test("is read in ISO 8859-1 where it is too short for its encoding to be told", async () => {
    const text = message({ head: "Fähre fährt =", text: "   Skarr (nwa) - Sie fährt." });
    await using folder = await storyFolder({ "a.iptc": Buffer.from(text, "latin1") });
    const [story] = await parseAll({ inputs: [folder.path] });
    expect(story?.documents.find((document) => document._type === "article")).toMatchObject({
      headline: "Fähre fährt",
    });
  });
});
