import { onTestFinished, expect, test } from "vitest";
import { editPicture, rehearseEdit } from "../../../../studio/desk/acts/edit-picture.ts";
import { keepDesk } from "../../../../studio/desk/keeper/keep-desk.ts";
import { fillFile, fillText, replaceText, setText } from "../../../../studio/desk/acts/picture-edits.ts";
import { uploadInto } from "../../../../studio/desk/pictures/upload-into.ts";
import { makePicture } from "../../../importer/assets/make-pictures.ts";
import { readStoredStory } from "../../../support/desk-story.ts";
import { beforeNextMutation, importFolder, lake, openForEachTest } from "../../../support/lake-and-folder.ts";

const story = `---
title: A dam is opened
date: 2026-03-01
source: Reuters
---

The council met on Monday and opened the dam above the town.

![](https://example.org/dam.jpg)
`;
openForEachTest({ "dam.md": story });

/** wire: who writes without having said who they are. */
const me = "local";

/** Imports the story. @returns The published id of its picture. */
async function importPicture(): Promise<string> {
  await importFolder();
  const [id] = await lake.client.fetch<string[]>('*[_type == "newsImage"]._id');
  return (id ?? "").replace("drafts.", "");
}

const draftOf = (id: string) => lake.client.getDocument(`drafts.${id}`);
const content = async (id: string): Promise<unknown> => {
  const { _rev, _updatedAt, ...rest } = (await draftOf(id)) ?? { _rev: undefined, _updatedAt: undefined };
  return rest;
};

test("a text is set where the editor saw what is there, and taken back as long as nobody has changed the picture", async () => {
  const id = await importPicture();
  const before = await content(id);
  expect(await editPicture(lake.client, id, setText("creditLine", "AFP", "Reuters"))).toEqual({
    kind: "moved",
  });
  const credited = await editPicture(lake.client, id, setText("creditLine", "AFP", ""));
  expect(await draftOf(id)).toMatchObject({ creditLine: "AFP" });
  expect(await rehearseEdit(lake.client, id, setText("creditLine", "AFP", ""))).toEqual({ kind: "gone" });
  expect(await rehearseEdit(lake.client, id, fillText("creditLine", "dpa"))).toEqual({ kind: "filled" });
  expect(await rehearseEdit(lake.client, id, replaceText("creditLine", "dpa"))).toEqual({ kind: "done" });
  const described = await editPicture(lake.client, id, fillText("altText", "A dam"));
  // In the language of the story: the picture has no text that would tell another.
  expect(await draftOf(id)).toMatchObject({ altTexts: [{ language: "en", text: "A dam" }] });
  expect(credited.kind === "done" && (await credited.undo())).toEqual({ kind: "moved" });
  expect(described.kind === "done" && (await described.undo())).toEqual({ kind: "done" });
  await editPicture(lake.client, id, setText("creditLine", "", "AFP"));
  expect(await content(id)).toEqual(before);
});

test("an edit is worked out again when somebody is quicker, and of a published picture makes a draft, which undo takes away", async () => {
  const id = await importPicture();
  beforeNextMutation(() => lake.client.patch(`drafts.${id}`).set({ usageTerms: "Once" }).commit());
  expect(await editPicture(lake.client, id, fillText("copyrightNotice", "© A"))).toMatchObject({
    kind: "done",
  });
  expect(await draftOf(id)).toMatchObject({ usageTerms: "Once", copyrightNotice: "© A" });

  const { _id, ...draft } = (await draftOf(id)) ?? { _id: "", _type: "newsImage" };
  await lake.client
    .transaction()
    .create({ ...draft, _id: id })
    .delete(_id)
    .commit();
  const edited = await editPicture(lake.client, id, replaceText("usageTerms", "Twice"));
  expect(
    await lake.client.fetch("*[_id in path($ids) || _id == $id].usageTerms", { id, ids: `drafts.${id}` }),
  ).toEqual(expect.arrayContaining(["Once", "Twice"]));
  expect(edited.kind === "done" && (await edited.undo())).toEqual({ kind: "done" });
  expect(await draftOf(id)).toBeUndefined();
  expect(await editPicture(lake.client, "newsimage-nowhere", fillText("creditLine", "AFP"))).toEqual({
    kind: "gone",
  });
});

test("the story moves on in the queue when its picture gets all that it lacked, its file first", async () => {
  const id = await importPicture();
  const troubles: unknown[] = [];
  onTestFinished(keepDesk(lake.client, { by: me, onTrouble: (error) => troubles.push(error), settleMs: 1 }));
  const lacks = ["missing-asset", "missing-alt-text", "missing-credit"];
  expect((await readStoredStory(lake)).review.open).toEqual(expect.arrayContaining(lacks));
  const heard: number[] = [];
  const file = { name: "dam.png", body: await makePicture("png") };
  const uploaded = await uploadInto(lake.client, {
    ...file,
    pictureIds: [id],
    onPart: (part) => heard.push(part),
  });
  expect(uploaded.kind).toBe("done");
  expect(heard.every((part) => part >= 0 && part <= 1)).toBe(true);
  expect(await rehearseEdit(lake.client, id, fillFile("image-other-1x1-png"))).toEqual({ kind: "filled" });
  await editPicture(lake.client, id, fillText("creditLine", "AFP"));
  await editPicture(lake.client, id, fillText("altText", "A dam"));
  await expect
    .poll(async () => (await readStoredStory(lake)).review)
    .toMatchObject({
      open: expect.not.arrayContaining(lacks),
      settled: lacks.map((code) => ({ code, by: me })),
    });

  // The file is what was given first: the picture has changed since, so undo leaves it.
  expect(uploaded.kind === "done" && (await uploaded.undo?.())).toEqual({ kind: "moved" });
  expect(troubles).toEqual([]);
});

test("one file goes into every picture of its name, and comes out of all of them", async () => {
  const id = await importPicture();
  await lake.client.create({ _id: "drafts.newsimage-b", _type: "newsImage" });
  const file = { name: "dam.png", body: await makePicture("png") };
  const pictureIds = [id, "newsimage-b"];
  const uploaded = await uploadInto(lake.client, { ...file, pictureIds, onPart: () => {} });
  const count = 'count(*[_type == "newsImage" && defined(asset.asset->originalFilename)])';
  expect(await lake.client.fetch(count)).toBe(2);
  expect(uploaded.kind === "done" && (await uploaded.undo?.())).toEqual({ kind: "done" });
  expect(await lake.client.fetch(count)).toBe(0);
  // What has a file by now is left alone.
  await uploadInto(lake.client, { ...file, pictureIds, onPart: () => {} });
  expect(await uploadInto(lake.client, { ...file, pictureIds, onPart: () => {} })).toEqual({
    kind: "filled",
  });
});
