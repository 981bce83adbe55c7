import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  articleBySlug,
  imageUrl,
  pictureAttributes,
  pictureSize,
  type Picture,
} from "../../queries/index.ts";
import { openNewsroom, type Newsroom } from "../support/open-newsroom.ts";

let newsroom: Newsroom;
/** 1600 × 900 pixels, of which the editor has cut off a quarter on the left and on the right. */
let picture: Picture;

beforeAll(async () => {
  newsroom = await openNewsroom();
  const found = await articleBySlug(newsroom.client, { slug: "harbour" });
  if (!found?.leadImage?.image?.picture) throw new Error("The harbour has no picture");
  ({ picture } = found.leadImage.image);
});
afterAll(() => newsroom.close());

const sizeServed = async (url: string): Promise<readonly (number | undefined)[]> => {
  const response = await fetch(new URL(url, newsroom.url));
  const { width, height } = await sharp(await response.arrayBuffer()).metadata();
  return [width, height];
};

test("imageUrl() gives a picture in the size asked for, as the editor cropped it", async () => {
  expect(await sizeServed(imageUrl(picture, { width: 400 }))).toEqual([400, 450]);
});

test("imageUrl() cuts a picture to a shape, around its hotspot", async () => {
  const hotspot = { x: 0.5, y: 0.9, width: 0.1, height: 0.1 };
  const url = imageUrl({ ...picture, hotspot }, { width: 400, aspectRatio: 2 });
  // Of the 900 pixels of height 400 are shown, and the hotspot is near their end.
  expect(new URL(url).searchParams.get("rect")).toBe("400,500,800,400");
  expect(await sizeServed(url)).toEqual([400, 200]);
});

test("imageUrl() asks another service, or the server of the page", () => {
  expect(imageUrl(picture, { width: 400, baseUrl: "https://images.example/" })).toMatch(
    /^https:\/\/images\.example\/images\/copydesk\/production\//,
  );
  expect(imageUrl(picture, { width: 400, baseUrl: "/" })).toMatch(/^\/images\/copydesk\/production\//);
});

test("pictureAttributes() offers no width beyond the picture's own, with its size and a tiny picture", async () => {
  const { srcset, width, height, lqip } = pictureAttributes(picture);
  expect(srcset.split(", ").map((offer) => offer.split(" ")[1])).toEqual(["320w", "480w", "640w", "800w"]);
  expect([width, height]).toEqual([800, 900]);
  expect(await sizeServed(srcset.split(", ").at(-1)?.split(" ")[0] ?? "")).toEqual([800, 900]);
  expect(lqip).toMatch(/^data:image\//);
});

test("pictureSize() is that after the editor's crop and the shape", () => {
  expect(pictureSize(picture)).toEqual({ width: 800, height: 900 });
  expect(pictureSize(picture, 16 / 9)).toEqual({ width: 800, height: 450 });
  expect(pictureSize({ ...picture, crop: null })).toEqual({ width: 1600, height: 900 });
});
