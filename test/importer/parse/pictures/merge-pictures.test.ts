import { expect, test } from "vitest";
import { htmlToBlocks } from "../../../../importer/parse/markup/html/html-to-blocks.ts";
import { parserOf, parsersFor } from "../../../../importer/parse/parsers.ts";
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

test("a credit keeps the names that stand in it when two mentions of a picture become one", () => {
  const address = "https://a.example/1.jpg";
  const { body } = leadWith(bodyOf(pictureOf({ url: address, credit: "Archive of the harbour" })), [
    pictureOf({ url: address, credit: "Jane Doe/AP" }),
  ]);
  expect(body.pictures[0]).toMatchObject({ creditLine: "Archive of the harbour", people: [] });
  expect(body.pictures[0]?.sources).not.toContain("AP");
});

/** Who brings two mentions of a picture together, and how many pictures it makes of them. */
const readers: Readonly<Record<string, (one: string, other: string) => number>> = {
  "beside a text": (one, other) =>
    leadWith(bodyOf(pictureOf({ url: one })), [pictureOf({ url: other })]).body.pictures.length,
  "in one body": (one, other) =>
    joinSamePictures(bodyOf(pictureOf({ url: one }), pictureOf({ url: other }))).pictures.length,
  "in HTML": (one, other) =>
    htmlToBlocks(`<p>A</p><img src="${one}"><p>B</p><img src="${other}">`).pictures.length,
  "in a figure": (one, other) =>
    htmlToBlocks(`<figure><img src="${one}"><img src="${other}"></figure>`).pictures.length,
  "in a JSON Feed": (one, other) =>
    picturesIn(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: [
          {
            id: "1",
            content_text: "Text.",
            image: one,
            attachments: [{ url: other, mime_type: "image/jpeg" }],
          },
        ],
      }),
    ),
  "in Markdown": (one, other) =>
    picturesIn(`---\ntitle: A\nimage: ${one}\n---\nText.\n\n![A quay](${other})\n`),
};

function picturesIn(text: string): number {
  const items = [...(parserOf({ text }, parsersFor())?.parse(text, {}) ?? [])];
  return items.flatMap((item) => (item.kind === "story" ? item.story.pictures : [])).length;
}

test.each([
  ["https://a.example/1-300x200.jpg", "https://a.example/1.jpg", 1],
  ["https://a.example/1-scaled.jpg", "https://a.example/1-1024x683.jpg", 1],
  ["http://a.example/1.jpg", "https://a.example/1.jpg", 1],
  ["https://a.example/1.jpg?w=300", "https://a.example/1.jpg?w=900&quality=80", 1],
  ["https://a.example/1.jpg?id=1", "https://a.example/1.jpg?id=2", 2],
  ["https://a.example/harbour-2023.jpg", "https://a.example/harbour-2024.jpg", 2],
  ["https://a.example/1.jpg", "https://b.example/1.jpg", 2],
  ["https://a.example/640x480/1.jpg", "https://a.example/1200x900/1.jpg", 1],
  ["https://a.example/c_fill,w_640/v1/1.jpg", "https://a.example/c_fill,w_1600/v1/1.jpg", 1],
  ["https://i0.wp.com/a.example/1.jpg?resize=640%2C400", "https://a.example/1.jpg", 1],
  [
    "https://a.example/img/0_0_5000/master/5000.jpg?width=140&s=a1",
    "https://a.example/img/0_0_5000/master/5000.jpg?width=460&s=b2",
    1,
  ],
  [
    "https://a.example/standard/240/harbour-quay-4711.jpg",
    "https://a.example/standard/976/harbour-quay-4711.jpg",
    1,
  ],
  ["https://a.example/thumb/harbour-quay-4711.jpg", "https://a.example/large/harbour-quay-4711.jpg", 1],
  ["https://a.example/640/photo.jpg", "https://a.example/720/photo.jpg", 2],
  ["https://a.example/2023/harbour-quay-4711.jpg", "https://a.example/2024/harbour-quay-4711.jpg", 2],
  ["https://a.example/show.php?s=1", "https://a.example/show.php?s=2", 2],
])("%s and %s are as many pictures wherever they meet: %i", (one, other, count) => {
  const counts = Object.entries(readers).map(([where, read]) => [where, read(one, other)]);
  expect(counts).toEqual(Object.keys(readers).map((where) => [where, count]));
});
