import { expect, test } from "vitest";
import { joinSamePictures, leadWith } from "../../../../importer/parse/pictures/merge-pictures.ts";
import { pictureOf } from "../../../../importer/parse/pictures/picture-of.ts";
import type { ParsedBody } from "../../../../importer/parse/parsed-body.ts";
import type { ParsedPicture } from "../../../../importer/parse/parsed-story.ts";

const bodyOf = (...pictures: readonly ParsedPicture[]): ParsedBody => ({
  blocks: [
    { kind: "text", style: "normal", spans: [{ text: "Text." }] },
    ...pictures.map((_, picture) => ({ kind: "picture" as const, picture })),
  ],
  pictures,
  problems: [],
});

test("leadWith() makes the first picture beside a text its leading one, and shows the others after it", () => {
  const led = leadWith(bodyOf(), [
    pictureOf({ url: "https://a.example/1.jpg" }),
    pictureOf({ url: "https://a.example/2.jpg" }),
  ]);
  expect(led.leadPicture).toBe(0);
  expect(led.body.blocks.at(-1)).toEqual({ kind: "picture", picture: 1 });
});

test("leadWith() gives a picture that the text shows what else is known of it, in its full size", () => {
  const shown = pictureOf({ url: "http://a.example/1-300x200.jpg", caption: "A quay" });
  const { body, leadPicture } = leadWith(bodyOf(shown), [
    pictureOf({
      url: "https://a.example/1.jpg",
      alt: "A stone quay",
      caption: "A quay",
      credit: "Jane Doe/AP",
    }),
  ]);
  expect(leadPicture).toBeUndefined();
  expect(body.pictures).toEqual([
    {
      url: "https://a.example/1.jpg",
      altTexts: [{ text: "A stone quay" }],
      captions: [{ text: "A quay" }],
      creditLine: "Jane Doe/AP",
      sources: ["AP"],
      people: ["Jane Doe"],
    },
  ]);
});

test("leadWith() keeps the full size of the text over a thumbnail beside it", () => {
  const { body } = leadWith(bodyOf(pictureOf({ url: "https://a.example/1.jpg?v=3" })), [
    pictureOf({ url: "https://a.example/1.jpg?v=3&w=90" }),
  ]);
  expect(body.pictures.map(({ url }) => url)).toEqual(["https://a.example/1.jpg?v=3"]);
});

test("joinSamePictures() keeps a picture once that is shown twice", () => {
  const joined = joinSamePictures(
    bodyOf(
      pictureOf({ url: "https://a.example/1-300x200.jpg" }),
      pictureOf({ url: "https://a.example/2.jpg" }),
      pictureOf({ url: "https://a.example/1.jpg" }),
    ),
  );
  expect(joined.pictures.map(({ url }) => url)).toEqual([
    "https://a.example/1.jpg",
    "https://a.example/2.jpg",
  ]);
  expect(joined.blocks.slice(1)).toEqual([0, 1, 0].map((picture) => ({ kind: "picture", picture })));
});
