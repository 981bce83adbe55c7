import { expect, test } from "vitest";
import { calibration, ruleCounts } from "./rule-counts.ts";
import type { JudgedLine } from "./score-story.ts";

const [certain, unsure] = [
  { name: "first-line", confidence: 0.9 },
  { name: "first-line", confidence: 0.4 },
];

const line = (row: typeof certain, wanted: JudgedLine["claim"]["role"]): JudgedLine => ({
  what: "line 1",
  text: "Bridge closed",
  wanted,
  got: "headline",
  claim: { role: "headline", rule: row.name, confidence: row.confidence, row },
});

test("ruleCounts() counts rows apart that share a name", () => {
  const counts = ruleCounts([line(certain, "headline"), line(certain, "kicker"), line(unsure, "headline")]);
  expect(counts.get(certain)).toEqual({ fired: 2, right: 1 });
  expect(counts.get(unsure)).toEqual({ fired: 1, right: 1 });
});

test("calibration() puts a confidence on the edge of a bin into the one that it begins", () => {
  const bins = calibration([line(certain, "headline"), line(certain, "kicker"), line(unsure, "headline")]);
  expect(bins.length).toBe(10);
  expect(bins[9]).toEqual({ from: 0.9, said: 0.9, tally: { fired: 2, right: 1 } });
  expect(bins[4]).toEqual({ from: 0.4, said: 0.4, tally: { fired: 1, right: 1 } });
  expect(bins[3]?.tally).toEqual({ fired: 0, right: 0 });
});

test("calibration() has a place for a certainty", () => {
  const row = { name: "sure", confidence: 1 };
  expect(calibration([line(row, "headline")])[9]?.tally).toEqual({ fired: 1, right: 1 });
});
