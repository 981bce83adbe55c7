import type { z } from "zod";
import { expect, test } from "vitest";
import { openQualityChecks } from "../../../../schemas/index.ts";
import { compareTexts } from "../../../../studio/desk/lists/frozen-list.ts";
import { askList, type ListQuery } from "../../../../studio/desk/lists/list-query.ts";
import {
  pictureFilterOf,
  pictureTabs,
  withPicturePart,
  type PictureFilter,
} from "../../../../studio/desk/pictures/picture-filter.ts";
import {
  candidatesQuery,
  changedPicturesQuery,
  pictureCountsQuery,
  picturePageQuery,
} from "../../../../studio/desk/pictures/picture-queries.ts";
import { pictureOrder, titleOfPicture } from "../../../../studio/desk/pictures/picture-row.ts";
import { lake, openForEachTest } from "../../../support/lake-and-folder.ts";

openForEachTest();

const ask = <Schema extends z.ZodType>(query: ListQuery<Schema>): Promise<z.output<Schema>> =>
  askList(lake.client.withConfig({ perspective: "drafts" }), query);

const asset = { _type: "image", asset: { _type: "reference", _weak: true, _ref: "image-abc-1x1-png" } };
const text = (language: string, says: string) => ({
  _type: "localizedText",
  _key: language,
  language,
  text: says,
});

/** Stores pictures under letters. */
async function store(pictures: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Promise<void> {
  await lake.client.mutate(
    Object.entries(pictures).map(([letter, content]) => ({
      create: { _id: `drafts.newsimage-${letter}`, _type: "newsImage", ...content },
    })),
  );
}

const whole = { asset, altTexts: [text("en", "A dam")], creditLine: "AFP", usageTerms: "Once" };
const lettersOf = (ids: readonly string[]): string =>
  ids
    .toSorted(compareTexts)
    .map((id) => id.split("-")[1])
    .join("");
const listed = async (filter: PictureFilter): Promise<string> =>
  lettersOf((await ask(picturePageQuery(filter, undefined))).map(({ id }) => id));

test("each tab has the pictures that lack what it says, and those that a quality check tells of", async () => {
  await store({
    a: whole,
    b: { ...whole, asset: { _type: "image" } },
    c: { ...whole, creditLine: undefined, copyrightNotice: "© A" },
    d: { ...whole, altTexts: [] },
    e: { ...whole, usageTerms: undefined },
    f: { captions: [text("ar", "سد")] },
  });
  expect(await listed({})).toBe("bf");
  expect(await listed({ lack: "credit" })).toBe("cf");
  expect(await listed({ lack: "alt" })).toBe("df");
  expect(await listed({ lack: "rights" })).toBe("ef");
  expect(await listed({ lack: "all" })).toBe("abcdef");
  expect(await ask(pictureCountsQuery({ lack: "alt" }))).toEqual({
    ...{ file: 2, credit: 2, alt: 2, rights: 2, all: 6 },
  });
  const stored: Record<string, unknown>[] = await lake.client.fetch('*[_type == "newsImage"]');
  for (const tab of pictureTabs) {
    if (!("check" in tab)) continue;
    const told = stored.filter((document) =>
      openQualityChecks({ ...document, _type: "newsImage" }).some(({ code }) => code === tab.check),
    );
    expect(await listed({ lack: tab.name })).toBe(
      lettersOf(told.map(({ _id }) => String(_id).replace("drafts.", ""))),
    );
  }
});

test("filters by language, source and words hold for the list, its counts and its changes", async () => {
  await store({
    a: { captions: [text("ar", "الجسر الجديد")] },
    b: { altTexts: [text("fr", "Le pont")], source: { _type: "reference", _weak: true, _ref: "source-afp" } },
    c: { originalUrl: "https://example.org/bridge.jpg" },
    d: { creditLine: "The bridge's owner" },
  });
  const found: readonly (readonly [PictureFilter, string])[] = [
    [{ language: "ar" }, "a"],
    [{ language: "fr" }, "b"],
    [{ source: "source-afp" }, "b"],
    [{ text: "bridge" }, "cd"],
    [{ text: "الجسر" }, "a"],
    [{ text: "pont", language: "ar" }, ""],
  ];
  for (const [filter, letters] of found) {
    expect(await listed(filter)).toBe(letters);
    expect((await ask(pictureCountsQuery(filter))).file).toBe(letters.length);
    const ids = ["a", "b", "c", "d"].map((letter) => `newsimage-${letter}`);
    const { rows, within } = await ask(changedPicturesQuery(filter, ids));
    expect([lettersOf(rows.map(({ id }) => id)), lettersOf(within)]).toEqual(["abcd", letters]);
  }
});

test("pages follow one another in one order, and candidates are asked for in pages too", async () => {
  await store(Object.fromEntries(Array.from({ length: 70 }, (_, number) => [String(number), {}])));
  const first = await ask(picturePageQuery({}, undefined));
  const second = await ask(picturePageQuery({}, first.at(-1)));
  expect([first.length, second.length]).toEqual([50, 20]);
  const all = [...first, ...second];
  expect(all).toEqual(all.toSorted(pictureOrder.compare));
  expect(new Set(all.map(({ id }) => id)).size).toBe(70);
  const from = all.map(({ id }) => id).toSorted()[9] ?? "";
  expect(await ask(candidatesQuery(from))).toHaveLength(60);
});

test("a filter is read from an address, and a picture is called by the first thing that is known of it", () => {
  expect(pictureFilterOf({ lack: "alt", language: "ar", person: "me" })).toEqual({
    lack: "alt",
    language: "ar",
  });
  expect(pictureFilterOf({ lack: "charm" })).toEqual({});
  expect(withPicturePart({ lack: "alt", text: "dam" }, "text", "")).toEqual({ lack: "alt" });
  const nothing = { caption: null, alt: null, originalUrl: null, fileName: null };
  expect(titleOfPicture(nothing)).toBeUndefined();
  expect(titleOfPicture({ ...nothing, originalUrl: "https://example.org/Dam-2.jpg" })).toBe("dam-2");
  expect(titleOfPicture({ ...nothing, fileName: "dam.jpg", alt: { language: "en", text: "A dam" } })).toBe(
    "A dam",
  );
});
