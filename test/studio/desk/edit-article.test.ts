import { expect, test } from "vitest";
import { carryOut, type Outcome } from "../../../studio/desk/acts/carry-out.ts";
import { setSource, tag } from "../../../studio/desk/acts/edit-article.ts";
import type { Act } from "../../../studio/desk/acts/act.ts";
import { publish } from "../../../studio/desk/acts/publish.ts";
import { readStoredStory } from "../../support/desk-story.ts";
import { importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { shortStory } from "../../support/story-folder.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

async function act(what: Act, alsoRead: readonly string[] = []): Promise<Outcome> {
  const { articleId } = await readStoredStory(lake);
  return carryOut(lake.client, what, { articleId, by: "ada", alsoRead });
}

async function draft() {
  const { articleId, documents } = await readStoredStory(lake);
  return documents.get(`drafts.${articleId}`);
}

test("tag() adds a keyword once, also to a published article, of which it makes a draft", async () => {
  await importFolder();
  expect(await act(tag("bridges"))).toMatchObject({ kind: "done" });
  expect(await act(tag("bridges"))).toEqual({ kind: "gone" });
  await act(publish((await draft())?._rev ?? ""));
  expect(await draft()).toBeUndefined();
  expect(await act(tag("council"))).toMatchObject({ kind: "done", review: { state: expect.any(String) } });
  expect(await draft()).toMatchObject({ keywords: ["bridges", "council"] });
});

test("setSource() puts a source in the place of the originator, and is published along with it", async () => {
  await importFolder();
  const id = "source-harbour-gazette";
  await lake.client.create({
    _id: `drafts.${id}`,
    _type: "source",
    name: "Harbour Gazette",
    kind: "publisher",
  });
  const passedOn = {
    _type: "infoSource",
    _key: "d",
    role: "distributor",
    source: { _type: "reference", _weak: true, _ref: "source-reuters" },
  };
  await lake.client
    .patch((await draft())?._id ?? "")
    .append("infoSources", [passedOn])
    .commit();

  const alsoRead = [id, `drafts.${id}`];
  expect(await act(setSource(id), alsoRead)).toMatchObject({
    kind: "done",
    review: { sources: [id, "source-reuters"] },
  });
  expect(await draft()).toMatchObject({
    infoSources: [{ role: "originator", source: { _ref: id, _weak: true } }, { role: "distributor" }],
  });
  expect(await act(publish((await draft())?._rev ?? ""))).toMatchObject({ kind: "done" });
  const { articleId, documents } = await readStoredStory(lake);
  expect(documents.has(id)).toBe(true);
  expect(documents.get(articleId)).toMatchObject({ infoSources: [{ source: { _ref: id } }, {}] });
  expect(JSON.stringify(documents.get(articleId))).not.toContain("_strengthenOnPublish");
});

test("setSource() does nothing with a source that is not there", async () => {
  await importFolder();
  expect(await act(setSource("source-nobody"), ["source-nobody"])).toEqual({ kind: "gone" });
});
