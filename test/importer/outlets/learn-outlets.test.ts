import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { learnOutlets } from "../../../importer/outlets/learn-outlets.ts";
import { sampleSize } from "../../../importer/outlets/sample/story-sample.ts";
import { listInputs } from "../../../importer/read/list-inputs.ts";
import { buildWarc, buildZip } from "../read/unpack/build-archives.ts";
import { storyFolder } from "../../support/story-folder.ts";

const textOf = (town: string): string =>
  [
    `${town} closes its bridge`,
    `The council of ${town} met on Monday evening and agreed on the plan for the bridge of ${town}.`,
    "Win a rowing boat",
  ].join("\n\n");

const towns = ["Kessel", "Orlen", "Marwick", "Tolva"];

const shapesOf = async (path: string, key: string) => {
  const { inputs } = await listInputs([path]);
  return (await learnOutlets(inputs, {})).get(key)?.profile.learned.map(({ shape }) => shape);
};

test("learnOutlets() learns nothing from other formats, and reads no file of theirs", async () => {
  const page = (town: string): string => `<html><body><p>${textOf(town)}</p></body></html>`;
  await using folder = await storyFolder(
    Object.fromEntries(towns.map((town) => [`post/${town}.html`, page(town)])),
  );
  expect(await shapesOf(folder.path, "post")).toBeUndefined();
});

test("learnOutlets() learns from texts beside files that cannot be read", async () => {
  await using folder = await storyFolder({
    ...Object.fromEntries(towns.map((town) => [`post/${town}.txt`, textOf(town)])),
    "post/broken.txt": new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0]),
    "post/locked.txt": textOf("Dorn"),
  });
  chmodSync(join(folder.path, "post/locked.txt"), 0);
  expect(await shapesOf(folder.path, "post")).toEqual(["Win a rowing boat"]);
});

test("learnOutlets() learns from an archive as from the folder that was packed", async () => {
  await using folder = await storyFolder({
    "all.zip": buildZip(towns.map((town) => ({ name: `post/${town}.txt`, content: textOf(town) }))),
  });
  expect(await shapesOf(folder.path, "post")).toEqual(["Win a rowing boat"]);
});

test("learnOutlets() tells the hosts of a web archive of texts apart", async () => {
  const hosts = ["www.post.example", "herald.example"];
  const records = hosts.flatMap((host) =>
    towns.map((town) => ({
      type: "conversion",
      url: `https://${host}/${town}`,
      fields: { "Content-Type": "text/plain" },
      block: textOf(`${town} of ${host}`).replace("rowing", host),
    })),
  );
  await using folder = await storyFolder({ "crawl.wet": buildWarc(records) });
  expect(await shapesOf(folder.path, "post.example")).toEqual(["Win a www.post.example boat"]);
  expect(await shapesOf(folder.path, "herald.example")).toEqual(["Win a herald.example boat"]);
});

test("learnOutlets() of a large folder keeps a sample, and tells how large it is", async () => {
  const files = Array.from({ length: 600 }, (_, number) => [
    `post/${number}.txt`,
    textOf(`Town ${number}`).replace(/^.*$/m, ""),
  ]);
  await using folder = await storyFolder(Object.fromEntries(files));
  const { inputs } = await listInputs([folder.path]);
  const post = (await learnOutlets(inputs, {})).get("post");
  expect(post?.sample.stories.size).toBe(sampleSize);
  expect(post?.profile.learned).toMatchObject([{ shape: "Win a rowing boat", stories: sampleSize }]);
  expect(Math.abs((post?.profile.stories ?? 0) - 600)).toBeLessThan(200);
});
