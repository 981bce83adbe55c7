import { expect, test } from "vitest";
import { addToHistory } from "../../../importer/dataset/run-history.ts";
import type { HistoryEntry } from "../../../schemas/index.ts";

const write = (history: readonly HistoryEntry[], run: string, text: string): HistoryEntry[] =>
  addToHistory(history, run, new Map([["a", { _id: "a", _type: "article", text: "before" }]]), [
    { patch: { id: "a", ifRevisionID: "r", set: { text } } },
  ]);

const runsOf = (history: readonly HistoryEntry[]): string[] => history.map(({ run }) => run);

test("addToHistory() keeps the last ten runs", () => {
  let history: HistoryEntry[] = [];
  for (let number = 1; number <= 12; number += 1) history = write(history, `run-${number}`, `text ${number}`);
  expect(runsOf(history)).toEqual(Array.from({ length: 10 }, (_, index) => `run-${index + 3}`));
});

test("addToHistory() forgets the oldest runs of a long story, but never the newest", () => {
  const long = "x".repeat(400_000);
  const two = write(write([], "one", long), "two", long);
  expect(runsOf(two)).toEqual(["one", "two"]);
  expect(runsOf(write(two, "three", long))).toEqual(["two", "three"]);
  expect(runsOf(write(two, "huge", "x".repeat(3_000_000)))).toEqual(["huge"]);
});
