import { describe, expect, test } from "vitest";
import { assignRoles } from "../importer/parse/text/assign-roles.ts";
import { groupLines, type Line } from "../importer/parse/text/lines.ts";
import { parseText } from "../importer/parse/text/parse-text.ts";
import { halfScores } from "./corpus/half-scores.ts";
import { readCorpus } from "./corpus/read-corpus.ts";
import { figuresOf, recordedFigures } from "./corpus/recorded-figures.ts";
import { renderHalf } from "./corpus/render-half.ts";
import { scoreStory } from "./corpus/score-story.ts";

const corpus = readCorpus();

/** The lines of a text that are not blank. */
const piecesOf = (text: string): readonly Pick<Line, "number" | "text">[] =>
  groupLines(text)
    .flat()
    .flatMap((line) => line.pieces ?? [line]);

/** How far a figure may stay behind docs/accuracy.md, in points: less than one story of the rarer fields. */
const slack = 2;

test("the corpus has 200 stories in at least 30 languages, a third of them messy", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200);
  expect(new Set(corpus.map(({ gold }) => gold.language.slice(0, 2))).size).toBeGreaterThanOrEqual(30);
  expect(corpus.filter(({ gold }) => gold.messy).length).toBeGreaterThanOrEqual(corpus.length / 3);
});

test("the gold of every story has a headline, and one role for each line", () => {
  for (const { name, text, gold } of corpus) {
    const lines = piecesOf(text);
    const roled = gold.roles.map(({ line }) => line);
    expect(roled, name).toEqual(expect.arrayContaining(lines.map(({ number }) => number)));
    expect(new Set(roled).size, name).toBe(roled.length);
    expect(gold.fields.headline ?? "", name).not.toBe("");
  }
});

describe("reading a story of the corpus", () => {
  test.each(corpus.map((story) => [story.name, story] as const))(
    "%s invents nothing, loses nothing of the text, and tells its lines apart",
    (_, story) => {
      const { headline, kicker, subHeadline, sourceLine, blocks } = parseText(story.text);
      const lines = assignRoles(groupLines(story.text));
      expect(lines.map(({ number }) => number)).toEqual(piecesOf(story.text).map(({ number }) => number));

      const body = blocks.flatMap((block) =>
        block.kind === "text" ? [letters(block.spans.map(({ text }) => text).join(""))] : [],
      );
      const fields = [headline, kicker, subHeadline, sourceLine].flatMap((text = "") =>
        text.split("\n").map(letters),
      );
      const whole = letters(story.text);
      expect([...fields, ...body].filter((text) => !whole.includes(text))).toEqual([]);

      const told = (roles: RegExp): string[] =>
        lines.filter(({ role }) => roles.test(role)).map(({ text }) => letters(text));
      const written = body.join("");
      expect(told(/^(?:paragraph|subheading|quotation)$/).filter((text) => !written.includes(text))).toEqual(
        [],
      );
      // What marks an item of a list is no part of it.
      const isItem = (line: string): boolean => body.some((text) => text !== "" && line.endsWith(text));
      expect(told(/^listItem$/).filter((line) => !isItem(line))).toEqual([]);

      const scored = scoreStory(story).lines;
      const right = scored.filter(({ wanted, got }) => wanted === got).length;
      expect(right / scored.length).toBeGreaterThan(0.4);
    },
  );
});

describe.each(["tune", "held-out"] as const)("the %s half", (half) => {
  const now = figuresOf(renderHalf(halfScores(half), 0), half);
  const recorded = recordedFigures(half);

  test("has its roles, fields, flattenings and outlets in docs/accuracy.md", () => {
    expect([...recorded.keys()].toSorted()).toEqual([...now.keys()].toSorted());
    expect(recorded.size).toBeGreaterThanOrEqual(32);
  });

  test.each([...recorded])("%s is still right in %s percent, two points less at most", (what, share) => {
    expect(now.get(what)).toBeGreaterThan(share - slack);
  });
});

/** A text without what is between its letters, which joining lines changes. */
const letters = (text: string): string => text.normalize("NFC").replace(/[\s\u200b-\u200f\u00ad]+/gu, "");
