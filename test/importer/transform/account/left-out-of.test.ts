import { expect, test } from "vitest";
import type { InputPiece } from "../../../../importer/parse/input-piece.ts";
import { addressKey } from "../../../../importer/parse/pictures/same-picture.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { leftOutOf } from "../../../../importer/transform/account/left-out-of.ts";
import { toDocuments } from "../../../../importer/transform/to-documents.ts";
import type { ContentDocument } from "../../../../schemas/index.ts";

const first =
  "The council met on Monday evening and agreed on the plan for the bridge, which will be closed.";
const second = "Traffic takes the ferry for a year, the mayor said, and the ferry is to be free of charge.";

function documentsOf(...paragraphs: readonly string[]): readonly ContentDocument[] {
  const text = ["Council closes the bridge", "By Jane Doe", ...paragraphs].join("\n\n");
  const origin = { input: "a.txt", identity: { kind: "path", value: "a.txt" } } as const;
  const story = toDocuments({ kind: "text", origin, text, contentHash: "" }, parseText(text));
  if (story.kind === "rejected") throw new Error("The story is not valid");
  return story.documents;
}

const documents = documentsOf(first, second);
const piece = (text: string, more: Partial<InputPiece> = {}): InputPiece => ({
  kind: "text",
  text,
  place: "item/text",
  rule: "a-rule",
  reason: "no-field",
  ...more,
});
const leftOut = (
  pieces: readonly InputPiece[],
  { addresses = [], readPlaces = [] }: { addresses?: readonly string[]; readPlaces?: readonly string[] } = {},
) => leftOutOf(pieces, documents, { addresses: new Set(addresses), readPlaces: new Set(readPlaces) });

test("leftOutOf() leaves out nothing that the documents have, however it is cut into pieces", () => {
  expect(leftOut([piece("Council closes the bridge"), piece(first), piece(second)])).toEqual([]);
  expect(leftOut([piece(first.slice(0, 44)), piece(first.slice(44)), piece(`${second} `)])).toEqual([]);
  expect(leftOut([piece(first.toUpperCase()), piece(second.replaceAll("e", "e\u00ad"))])).toEqual([]);
});

test("leftOutOf() tells where a piece stood in the body, and in the order of the input", () => {
  expect(leftOut([piece("Before"), piece(first), piece("Between"), piece(second), piece("Behind")])).toEqual([
    { ...piece("Before") },
    { ...piece("Between"), after: 0 },
    { ...piece("Behind"), after: 1 },
  ]);
});

test("leftOutOf() tells a label from the value that it stands before", () => {
  expect(leftOut([piece("By Jane Doe")])).toEqual([piece("By", { reason: "label" })]);
  // In the midst of a text nothing is a label.
  const [before, after] = [first.slice(0, 45), first.slice(45)];
  expect(leftOut([piece(`${before}unseen ${after}`)])).toMatchObject([
    { text: "unseen", reason: "no-field" },
  ]);
});

test("leftOutOf() says of a text that the documents have once that it is a repetition the second time", () => {
  expect(leftOut([piece(first), piece(first)])).toMatchObject([{ text: first, reason: "repetition" }]);
});

test("leftOutOf() takes no words of another text for a part of a piece", () => {
  const other =
    "The council of another town met on Tuesday in the morning and closed its own bridge to traffic.";
  expect(leftOut([piece(other), piece(first), piece(second)])).toMatchObject([{ text: other }]);
});

test("leftOutOf() compares an id or a time as a whole, and tells what was read of it by its place", () => {
  const time = piece("Mon, 02 Nov 2026 09:00:00 GMT", {
    reason: "metadata",
    isAtomic: true,
    place: "item/date",
  });
  expect(leftOut([time])).toMatchObject([{ reason: "metadata" }]);
  expect(leftOut([time], { readPlaces: ["item/date"] })).toMatchObject([{ reason: "other-form" }]);
});

test("leftOutOf() knows pictures and embeds by their address in any size, and lists the others without words too", () => {
  const picture = (address: string): InputPiece => piece("", { kind: "picture", address });
  const kept = { addresses: [addressKey("https://a.example/boat.jpg?w=300")] };
  expect(
    leftOut([picture("https://a.example/boat.jpg"), picture("https://a.example/mill.jpg")], kept),
  ).toEqual([picture("https://a.example/mill.jpg")]);
});

test("leftOutOf() never looks in the documents for what a rule has left out", () => {
  expect(leftOut([piece(first, { isDropped: true })])).toMatchObject([{ text: first, reason: "no-field" }]);
});

test(
  "leftOutOf() costs a text that is one word over and over no more than another one",
  { timeout: 20_000 },
  () => {
    const long = documentsOf(Array.from({ length: 200_000 }, () => "ferry").join(" "));
    const pieces = Array.from({ length: 20_000 }, () =>
      piece("ferry ferry ferry ferry ferry ferry ferry ferry ferry ferry"),
    );
    expect(leftOutOf(pieces, long, { addresses: new Set(), readPlaces: new Set() })).toEqual([]);
  },
);
