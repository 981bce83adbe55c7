import { expect, test } from "vitest";
import { keyProblems } from "../../../importer/plan/key-problems.ts";
import { qualityProblemsOf, toProblem } from "../../../importer/problems.ts";
import type { Snapshot } from "../../../schemas/index.ts";

const article = { _id: "article-1", _type: "article", headline: "Bridge opens", body: [{ _key: "a" }] };
const picture = { _id: "newsimage-1", _type: "newsImage", creditLine: "Reuters" };
const snapshot: Snapshot = { "article-1": article, "newsimage-1": picture };
const text = { articleId: "article-1", contentHash: "one" };

const about = { documentId: "article-1", path: "headline", line: 1 };
const doubt = toProblem("low-confidence", 'The value of "headline" is uncertain (first-line)', about);
const keysOf = (...args: Parameters<typeof keyProblems>): string[] =>
  keyProblems(...args).map(({ _key }) => _key);
const [key] = keysOf([doubt], snapshot, text);

test("keyProblems() gives the same value the same key, on whatever line it is, and however it was found", () => {
  const message = 'The value of "headline" is uncertain (longest-line)';
  const moved = toProblem("low-confidence", message, { ...about, line: 7 });
  const longer = { ...snapshot, "article-1": { ...article, body: [{ _key: "b" }] } };
  expect(keysOf([moved], longer, { ...text, contentHash: "two" })).toEqual([key]);
});

test("keyProblems() gives another value another key", () => {
  const other = { ...snapshot, "article-1": { ...article, headline: "Bridge is open" } };
  expect(keysOf([doubt], other, text)).not.toEqual([key]);
});

test("keyProblems() tells a problem that quotes the source by what it quotes", () => {
  const quoting = (words: string) =>
    toProblem("unknown-status", `Cannot read the status "${words}"`, {
      documentId: "article-1",
      path: "pubStatus",
    });
  const [one, other] = ["hold", "kill?"].map((words) => keysOf([quoting(words)], snapshot, text));
  expect(one).not.toEqual(other);
});

test("keyProblems() tells a problem of the whole text by the text, and one of the dataset by what it says", () => {
  const withdraws = toProblem("withdraws-another", "The item withdraws another", { documentId: "article-1" });
  const reused = toProblem("address-reused", '"a.txt" has the same address', { documentId: "article-1" });
  const [one, two] = ["one", "two"].map((contentHash) =>
    keysOf([withdraws, reused], snapshot, { ...text, contentHash }),
  );
  expect(one?.[0]).not.toBe(two?.[0]);
  expect(one?.[1]).toBe(two?.[1]);
});

test("keyProblems() tells a problem of a whole picture by what the source says of the picture", () => {
  const ofPicture = toProblem("low-confidence", "It is uncertain", { documentId: "newsimage-1" });
  const held = { ...snapshot, "newsimage-1": { ...picture, _held: true } };
  const other = { ...snapshot, "newsimage-1": { ...picture, creditLine: "AFP" } };
  const [first, again, changed] = [snapshot, held, other].map((said) => keysOf([ofPicture], said, text));
  expect(again).toEqual(first);
  expect(changed).not.toEqual(first);
});

test("keyProblems() tells a question about two stories by the two, whatever their texts are and wherever they lie", () => {
  const asked = (input: string, otherId: string) =>
    toProblem("near-duplicate", `Possibly the same story as "${input}"`, {
      documentId: "article-1",
      otherId,
    });
  const keys = keysOf([asked("a.txt", "article-2"), asked("b.txt", "article-3")], snapshot, text);
  expect(keys).toEqual(["near-duplicate.article-2", "near-duplicate.article-3"]);
  const moved = [asked("old/a.txt", "article-2")];
  expect(keysOf(moved, snapshot, { ...text, contentHash: "two" })).toEqual(keys.slice(0, 1));
});

test("keyProblems() gives each of several problems a key of its own, and leaves those of quality checks", () => {
  const quality = qualityProblemsOf([{ ...picture, _id: "drafts.newsimage-1" }]);
  const keys = keysOf([doubt, doubt, ...quality], snapshot, text);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.slice(2)).toEqual(["missing-asset.newsimage-1", "missing-alt-text.newsimage-1"]);
});
